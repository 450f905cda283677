"""What Street Manager holds, as the trade speaks of it: frozen values, free of any contract."""
