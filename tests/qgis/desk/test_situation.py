"""What the application form starts from, of the account, the sheet and the clock."""

from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.vocabulary.people import OrganisationKind


def test_the_form_knows_the_type_of_the_organisation_and_the_moment(at_work, until):
    at_work.sheet.find_streets()
    until(lambda: at_work.sheet.nearby and not at_work.jobs.running)
    at_work.sheet.choose_street(at_work.sheet.nearby[0])
    situation = at_work.applying.situation()
    assert situation.promoter.kind == OrganisationKind.PROMOTER.value
    assert situation.now is not None
    assert situation.today == uk_today(situation.now)
