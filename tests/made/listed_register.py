"""A register whose lists are what is put into them."""

from street_works.plugin.trade.records.listed import OwnList


class Lists:
    """A register whose lists are what is put into `pages`; an error among them is raised."""

    def __init__(self, pages):
        self.pages = {OwnList(listing): told for listing, told in pages.items()}
        self.permits = ()
        self.changed = set()
        self.asked_permits_of = []

    def own_lists(self):
        return tuple(self.pages)

    def list_pages(self, own, today):
        for one in self.pages[own]:
            if isinstance(one, Exception):
                raise one
            yield one

    def changed_works(self, minutes):
        return lambda: self.changed

    def permits_of(self, works):
        self.asked_permits_of.append(set(works))
        return self.permits
