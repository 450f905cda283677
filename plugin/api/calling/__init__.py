"""An operation of a contract carried out: written, sent, and its answer or refusal read."""
