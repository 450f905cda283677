"""Inside QGIS: requests with and without a body, side by side, while the map is painted."""

from typing import Any

import inside
import qgis.utils

ROUNDS: int = inside.GIVEN["rounds"]


def script() -> dict[str, Any]:
    """Return how many answers came; a deadlock between two threads would end the rounds early."""
    workplace = qgis.utils.plugins["street_works"].workplace
    inside.sign_in_to_practice(workplace)
    west, south, east, north = workplace.account.home
    easting, northing = (west + east) / 2, (south + north) / 2
    workplace.sheet.take(f"POINT({easting} {northing})", "EPSG:27700")
    from street_works.plugin.forms.shapes import Drawn

    client, came, wrong = workplace.account.client, [], []
    for number in range(ROUNDS):
        workplace.jobs.start(
            "a look-up",
            lambda progress: client.register.streets_named("street"),
            done=came.append,
            failed=wrong.append,
        )
        workplace.jobs.start(
            "a file",
            lambda progress: client.work.upload_file(("a.txt", b"x" * 100, "text/plain")),
            done=came.append,
            failed=wrong.append,
        )
        extent = Drawn({"type": "Point", "coordinates": [471065, 236014]})
        workplace.applying.map_picture(extent, 200, 200, lambda _image: None)
        wanted = 2 * (number + 1)
        inside.wait_for(lambda wanted=wanted: len(came) + len(wrong) == wanted, "answers", 30)
    return {"came": len(came), "wrong": [str(error) for error in wrong[:3]]}


inside.run_script(script)
