"""The messages of V1.25.12, one module an API; every model here is a definition of the contract."""
