"""What every window uses: messages, fields, colours, symbols, how windows come up."""
