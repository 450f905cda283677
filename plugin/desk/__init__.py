"""The planner's desk: who is signed in, what is on the map, which extent is being worked on.

It ties the other rooms together and tells the interface by signals; it knows no widget.
"""
