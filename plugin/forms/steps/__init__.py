"""One module for each form about what is there already, or for a few that are much alike."""
