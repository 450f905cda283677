"""Positions as they come in spreadsheets, mails, chats and from web maps: read, or refused."""

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.extents.plain_text import decoded
from street_works.plugin.extents.rows import RowWrong
from street_works.plugin.extents.typed import read_positions

GRID, DEGREES = "EPSG:27700", "EPSG:4326"
HERE = (530055, 180305)
THERE = (-0.1276, 51.5072)
TRENCH = ((530050, 180300), (530060, 180300), (530060, 180310))


def near(points, others):
    return len(points) == len(others) and all(
        one == pytest.approx(other, abs=1e-9) for one, other in zip(points, others)
    )


@pytest.mark.parametrize(
    "text",
    [
        '"530055","180305"',
        "'530055','180305'",
        "(530055, 180305)",
        "[530055 180305]",
        "<530055, 180305>",
        "X 530055 Y 180305",
        "x=530055 y=180305",
        "x: 530055, y: 180305",
        "X: 530055m Y: 180305m",
        "Eastings 530055 / Northings 180305",
        "Easting = 530055; Northing = 180305",
        "Northing: 180305 Easting: 530055",
        "530055/180305",
        "530055|180305",
        "530055mE 180305mN",
        "530055 E, 180305 N",
        "530055E180305N",
        "E:530055,N:180305",
        "5.30055E+05,1.80305E+05",
        "5.30055e+05\t1.80305e+05",
        "530055\u200b 180305\u200b",
        "\u2066530055\u2069, \u2066180305\u2069",
        "530055\u00a0180305",
        "530055\u3000180305",
        "530\u202f055 180\u202f305",
        "530\u2009055\u00a0; 180\u2009305",
        "５３００５５ １８０３０５",
        "530055.,180305.",
        "530055, 180305.",
        "Coordinates: 530055, 180305",
        "Coordinates (EPSG:27700): 530055, 180305",
        "OSGB36: 530055 180305",
        "TQ 530055 180305",
        "TQ530055180305",
        "TQ 530055.0 180305.0",
        "Grid ref: TQ 530055, 180305",
        "https://gridreferencefinder.com/?x=530055&y=180305",
    ],
)
def test_full_numbers_however_they_are_written(text):
    typed = read_positions(text)
    assert near(typed.points, [HERE])
    assert typed.crs == GRID


@pytest.mark.parametrize(
    "text",
    [
        "https://gridreferencefinder.com/?gr=TQ3005580305|a|1",
        "1) TQ 30055 80305",
        "* TQ3005580305",
        "Start: TQ 30055 80305",
        "TQ 30055 80305 (outside no 7)",
        "NGR: TQ 30055 80305",
        "NGR TQ3005580305",
        "NGR=TQ3005580305",
        "OS grid ref TQ 30055 80305",
        "OS Grid Reference: TQ 30055 80305",
        "Grid Ref. TQ 30055 80305",
        "National Grid Reference - TQ 30055 80305".replace(" -", ":"),
        "TQ/30055/80305",
        "TQ-30055-80305",
        "TQ30055,80305",
        "(TQ 30055 80305)",
        "TQ3005580305.",
        "tq 30055\u00a080305\u200b",
        "Location: TQ 30055 80305",
    ],
)
def test_grid_references_however_they_are_written(text):
    assert read_positions(text).points == (HERE,)


@pytest.mark.parametrize(
    "text",
    [
        "51.5072 -.1276",
        "51.5072\u200b -0.1276",
        "51.5072\u00a0-0.1276",
        "[51.5072, -0.1276]",
        "{51.5072, -0.1276}",
        "(51.5072; -0.1276)",
        "51.5072 / -0.1276",
        "Lat 51.5072 Long -0.1276",
        "Lat: 51.5072, Lng: -0.1276",
        "LatLng(51.5072, -0.1276)".replace("LatLng", "LatLng: "),
        "latitude 51.5072° longitude -0.1276°",
        "GPS: 51.5072, -0.1276",
        "51^ 30' 25.92\" N 0^ 7' 39.36\" W",
        "51d30'25.92\"N 0d7'39.36\"W",
        "51 deg 30' 25.92\" N, 0 deg 7' 39.36\" W",
        "51d 30m 25.92s N 0d 7m 39.36s W",
        "51 degrees 30 minutes 25.92 seconds N 0 degrees 7 minutes 39.36 seconds W",
        "51:30:25.92 -0:07:39.36",
        "51°30.432'N 0°7.656'W",
        "51°30'25.92\"N, 000°07'39.36\"W",
        "51,5072; -0,1276",
        "https://www.google.com/maps/place/x/@51.1,-0.2,17z/data=!3m1!4b1!8m2!3d51.5072!4d-0.1276",
        "https://www.google.com/maps/@51.5072,-0.1276,19z",
        "https://maps.google.com/?q=51.5072,-0.1276",
        "https://www.google.com/maps/search/?api=1&query=51.5072%2C-0.1276",
        "https://www.google.com/maps/search/51.5072,+-0.1276",
        "https://maps.apple.com/?ll=51.5072,-0.1276&q=pin",
        "https://www.openstreetmap.org/?mlat=51.5072&mlon=-0.1276#map=17/51.1/-0.2",
        "https://www.openstreetmap.org/#map=17/51.5072/-0.1276",
        "https://www.bing.com/maps?cp=51.5072~-0.1276&lvl=17",
        "https://example.org/map?lat=51.5072&lon=-0.1276",
        "geo:51.5072,-0.1276",
        "https://wego.here.com/?map=51.5072,-0.1276,17",
        "https://www.google.com/maps/place/51%C2%B030'25.92%22N+0%C2%B007'39.36%22W/",
        "@51.5072,-0.1276,17z",
        '{"lat": 51.5072, "lng": -0.1276}',
        "{lat: 51.5072, lng: -0.1276}",
        "LatLng(51.5072, -0.1276)",
        "51.5072 N 0.1276 W (WGS84)",
        "WGS84: 51.5072, -0.1276",
    ],
)
def test_degrees_however_they_are_written(text):
    typed = read_positions(text)
    assert near(typed.points, [THERE])
    assert typed.crs == DEGREES


def test_letters_beside_full_numbers_are_said_and_tenths_of_a_metre_stay_what_they_are():
    assert "the letters only say the square" in read_positions("TQ 530055 180305").notes[0]
    assert read_positions("SV 091492 011318").points == ((91492, 11318),)
    assert read_positions("TQ 300551 803052").points == ((530055.1, 180305.2),)
    assert read_positions("TQ300551803052").points == ((530055.1, 180305.2),)
    with pytest.raises(RowWrong, match="as many digits"):
        read_positions("TQ 530055 80305")


@pytest.mark.parametrize(
    "text",
    [
        "530050 180300, 530060 180300, 530060 180310",
        "530050,180300; 530060,180300; 530060,180310",
        "530050 180300 to 530060 180300 to 530060 180310",
        "530050,180300 -> 530060,180300 -> 530060,180310",
        "from TQ 30050 80300 to TQ 30060 80300 and TQ 30060 80310",
        "TQ3005080300, TQ3006080300, TQ3006080310",
        "[[530050,180300],[530060,180300],[530060,180310]]",
        "[(530050.0, 180300.0), (530060.0, 180300.0), (530060.0, 180310.0)]",
        "530050,180300,0 530060,180300,0 530060,180310,0",
    ],
)
def test_several_positions_in_a_row(text):
    typed = read_positions(text)
    assert near(typed.points, TRENCH)
    assert typed.rows == (1, 1, 1)


def test_the_coordinates_of_a_kml_file_are_read_without_their_heights():
    typed = read_positions("-0.1276,51.5072,0 -0.12745,51.5072,0")
    assert near(typed.points, [THERE, (-0.12745, 51.5072)])
    assert "left out" in typed.notes[-1]


HEADED = [
    "id,Easting,Northing",
    "id,Eastings,Northings",
    "id,E,N",
    "id,Easting (m),Northing (m)",
    "id,EASTING_M,NORTHING_M",
    "id,OSGB36 Easting,OSGB36 Northing",
    "id,BNG_E,BNG_N",
    "id,X,Y",
    "id,x_coord,y_coord",
    "id,X Coordinate,Y Coordinate",
    "id,X-Coord (m),Y-Coord (m)",
    "OBJECTID,POINT_X,POINT_Y",
    "id,GeoX,GeoY",
    "Node,OSX,OSY",
    "Node,NGR E,NGR N",
    "UPRN,X_COORDINATE,Y_COORDINATE",
    "Hole,X (Easting),Y (Northing)",
    "Hole,Easting X,Northing Y",
    "Hole,Easting/m,Northing/m",
    "gml_id,National Grid E,National Grid N",
    "Point No,East,North",
    "id,Centre Easting,Centre Northing",
    "id,Site E,Site N",
    "\ufeffid,\u200bEasting\u00a0,Northing",
]


@pytest.mark.parametrize("heading", HEADED)
def test_headings_in_the_usual_spellings(heading):
    for separator in ",;\t|":
        rows = "".join(
            separator.join((f"\n{number}", str(x), str(y)))
            for number, (x, y) in enumerate(TRENCH, 1)
        )
        typed = read_positions(heading.replace(",", separator) + rows)
        assert typed.points == TRENCH
        assert typed.notes == ()


def test_headings_say_the_order():
    text = "id,Northing,Easting\n1,180300,530050\n2,180300,530060\n3,180310,530060"
    assert read_positions(text).points == TRENCH
    assert read_positions("Lng,Name,Lat\n2.35,Paris,48.85").points == ((2.35, 48.85),)


@pytest.mark.parametrize(
    "text",
    [
        "Point\tEasting\tNorthing\n1\t530050\t180300\n2\t530060\t180300\n3\t530060\t180310",
        "Pt No.  Easting  Northing\n1  530050  180300\n2  530060  180300\n3  530060  180310",
        "1 530050 180300\n2 530060 180300\n3 530060 180310",
        "1\t530050\t180300\n2\t530060\t180300\n3\t530060\t180310",
        "P1,530050,180300,12.51\nP2,530060,180300,12.5\nP3,530060,180310,12.0",
        "530050 180300 12.51\n530060 180300 12.5\n530060 180310 12.0",
        "MH1 TQ 30050 80300 Main St\nMH2 TQ 30060 80300 Main St\nMH3 TQ 30060 80310 Main St",
        "MH1;TQ3005080300;gas\nMH2;TQ3006080300;gas\nMH3;TQ3006080310;water",
        "Works at High St\nby Jo\n\nid,E,N\n1,530050,180300\n2,530060,180300\n3,530060,180310",
        "sep=;\nid;Easting;Northing\n1;530050;180300\n2;530060;180300\n3;530060;180310",
        "id;Easting;Northing\n1;530050,0;180300,0\n2;530060,0;180300,0\n3;530060,0;180310,0",
        "id,Name,Grid Reference\n1,a,TQ 30050 80300\n2,b,TQ 30060 80300\n3,c,TQ 30060 80310",
        'id,Location\n1,"530050, 180300"\n2,"530060, 180300"\n3,"530060, 180310"',
        "id,E,N\r\n1,530050,180300\r\n,,\r\n2,530060,180300\r\n3,530060,180310\r\n\r\n",
        '"Easting","Northing"\n"530,050","180,300"\n"530,060","180,300"\n"530,060","180,310"',
        "1. 530050 180300\n2. 530060 180300\n3. 530060 180310",
        "Start: 530050, 180300\nBend: 530060, 180300\nEnd: 530060, 180310",
        'id,"E\n(m)","N\n(m)"\n1,530050,180300\n2,530060,180300\n3,530060,180310',
    ],
)
def test_rows_with_ids_heights_titles_and_names(text):
    assert near(read_positions(text).points, TRENCH)


def test_what_stands_beside_a_position_is_said():
    typed = read_positions("A 530050 180300 12.5\nB 530060 180300 12.6")
    assert typed.notes == (
        "What stands beside the position in a row was left out, for example “A 12.5”.",
    )
    typed = read_positions("id,E,N,Height\n1,530050,180300,12\n2,,,\n3,530060,180300,")
    assert typed.notes == ("Not used: “Height”.", "One row without a position was left out.")
    assert typed.rows == (2, 4)


@pytest.mark.parametrize(
    "text",
    ["TQ 530055 80305", "TQ 30055E 80305N", "TQ E30055 N80305", "T Q 30055 80305",
     "TQ 3005 5803 05", "the TQ 30055E 80305N", "30055 80305 TQ", "SW1A 1AA 30055 80305"],
)  # fmt: skip
def test_pieces_of_a_grid_reference_are_not_taken_for_eastings_and_northings(text):
    with pytest.raises(RowWrong):
        read_positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Easting: 530055\nNorthing: 180305",
        "Northing: 180305\n\nEasting: 530055",
        "E 530055\nN 180305",
        "X = 530055\r\nY = 180305\r\n",
        "Eastings:\n530055\nNorthings:\n180305",
    ],
)
def test_an_easting_and_a_northing_in_rows_of_their_own(text):
    assert read_positions(text).points == (HERE,)
    twice = f"{text.strip()}\n{text.strip()}"
    assert read_positions(twice).points == (HERE, HERE)


def test_a_latitude_and_a_longitude_in_rows_of_their_own():
    assert near(read_positions("Latitude: 51.5072\nLongitude: -0.1276").points, [THERE])
    assert near(read_positions("lng=-0.1276\nlat=51.5072").points, [THERE])


def test_the_order_of_unusual_headings_is_kept():
    text = "Hole,Northing (Y),Easting (X)\n1,180305,530055"
    assert read_positions(text).points == (HERE,)
    text = "Hole / its Northing / its Easting\n1 180305 530055"
    assert read_positions(text).points == (HERE,)


def test_numbers_that_could_be_two_positions_are_not_guessed():
    for text in ("102345 530050 180300", "530050 180300 180310", "530,050,180,300"):
        with pytest.raises(RowWrong, match="more than one way"):
            read_positions(text)


@pytest.mark.parametrize(
    ("text", "point", "crs", "unused"),
    [
        ("Easting,Latitude,Longitude,Northing\n530050,51.50645,-0.12752,180300",
         (530050, 180300), GRID, "“Latitude”, “Longitude”"),
        ("Latitude,Easting,Northing,Longitude\n51.5,530050.25,180300.5,-0.12",
         (530050.25, 180300.5), GRID, "“Latitude”, “Longitude”"),
        ("E,N,Lat,Long\n530000,180000,51.5064501,-0.1275201",
         (-0.1275201, 51.5064501), DEGREES, "“E”, “N”"),
        ("Grid Ref,Easting,Northing\nTQ3080,530050.25,180300.5",
         (530050.25, 180300.5), GRID, "“Grid Ref”"),
        ("Easting,Northing,NGR\n530000,180000,TQ3005080300", (530050, 180300), GRID,
         "“Easting”, “Northing”"),
        ("Site Easting,Site Northing,Depot Easting,Depot Northing\n530050,180300,400000,300000",
         (530050, 180300), GRID, "“Depot Easting”, “Depot Northing”"),
        ("X,Y,Lat,Long\n530050,180300,,", (530050, 180300), GRID, "“Lat”, “Long”"),
        ("Easting,Northing,Lat\n530050,180300,51.5", (530050, 180300), GRID, "“Lat”"),
    ],
)  # fmt: skip
def test_of_several_pairs_one_kind_is_taken_the_most_exact_and_the_others_are_said(
    text, point, crs, unused
):
    typed = read_positions(text)
    assert (typed.points, typed.crs) == ((point,), crs)
    assert f"Not used: {unused}." in typed.notes


@pytest.mark.parametrize(
    "heading",
    [
        "ref,start_easting,start_northing,end_easting,end_northing",
        "ref,From E,From N,To E,To N",
        "ref,StartX,StartY,EndX,EndY",
        "ref,x1,y1,x2,y2",
        "ref,Easting_1,Northing_1,Easting_2,Northing_2",
        "ref,US Easting,US Northing,DS Easting,DS Northing",
        "ref,Easting (start),Northing (start),Easting (end),Northing (end)",
    ],
)
def test_start_and_end_make_a_line_of_each_row(heading):
    text = f"{heading}\nA,530050,180300,530090,180340\nB,531050,181300,531090,181340"
    typed = read_positions(text)
    assert typed.lines == (
        ((530050, 180300), (530090, 180340)),
        ((531050, 181300), (531090, 181340)),
    )
    assert typed.rows == (2, 2, 3, 3)


def test_start_and_end_by_reference_and_corners_by_number():
    typed = read_positions("Start,End,Street\nTQ3005080300,TQ3009080340,High St")
    assert typed.lines == (((530050, 180300), (530090, 180340)),)
    typed = read_positions("x1,y1,x2,y2,x3,y3\n530050,180300,530060,180300,530060,180310")
    assert typed.lines == (TRENCH,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://what3words.com/filled.count.soap", "no position in this address"),
        ("name,age,town\nJo,40,Leeds", "no column of shapes or of positions"),
        ("id,E,N\n1,530050,180300\n2,530060,", "Row 3 .*one number"),
        ("id,E,N\n1,530050,180300\n2,tba,tba", "Row 3 .*not a position"),
        ("ref,x1,y1,x2,y2\nA,530050,180300,,\nB,1,2,530050,180300", "Row 2 "),
        ("///filled.count.soap", "There is no position"),
        ("SW1A 1AA", "not a"),
    ],
)
def test_what_cannot_be_read_is_told(text, said):
    with pytest.raises(StreetWorksError, match=said) as told:
        read_positions(text)
    assert told.value.advice


@pytest.mark.parametrize(
    "name", ["f15_spreadsheet_paste_with_id.txt", "f14_heading_letters.csv",
             "f14_heading_plural.csv", "f16b_sep_line.csv", "f16_excel_unicode_text.txt"]
)  # fmt: skip
def test_the_tables_of_the_field(shared, name):
    typed = read_positions(decoded(shared(f"field/cases/{name}").read_bytes()))
    assert typed.crs == GRID
    assert typed.points[:2] == TRENCH[:2]


def test_what_was_typed_in_the_field(shared):
    lines = shared("field/cases/f22_typed_refused.txt").read_text(encoding="utf-8").splitlines()
    for line in filter(str.strip, lines):
        for x, y in (
            (x, y) if typed.crs == GRID else (x * 1e6, y * 1e4)
            for typed in [read_positions(line)]
            for x, y in typed.points
        ):
            assert (529_999 < x < 530_056 and 180_299 < y < 180_306) or (
                -127_700 < x < -127_400 and 515_000 < y < 515_100
            ), line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_encoding_of_spreadsheets(encoding):
    text = "Straße\tEasting\tNorthing\r\nA\t530050\t180300\r\n"
    assert decoded(text.encode(encoding)) == text
    assert decoded("caf\xe9 – £".encode("cp1252")) == "caf\xe9 – £"
