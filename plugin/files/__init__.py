"""Files that the plugin keeps: opened safely, private to their owner, never lost silently."""
