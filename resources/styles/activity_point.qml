<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
 <renderer-v2 type="categorizedSymbol" enableorderby="0" referencescale="-1" forceraster="0" attr="activity_type" symbollevels="0">
  <categories>
   <category render="true" label="section58" value="section58" symbol="0" />
   <category render="true" label="section50" value="section50" symbol="1" />
   <category render="true" label="event" value="event" symbol="2" />
   <category render="true" label="skips" value="skips" symbol="3" />
   <category render="true" label="scaffolding" value="scaffolding" symbol="4" />
   <category render="true" label="hoarding" value="hoarding" symbol="5" />
   <category render="true" label="crane_mobile_platform" value="crane_mobile_platform" symbol="6" />
   <category render="true" label="compound" value="compound" symbol="7" />
   <category render="true" label="Other" value="" symbol="8" />
  </categories>
  <symbols>
   <symbol type="marker" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="octagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="156,47,184,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="octagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="58" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="2.4" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="1" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="50" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="2.4" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="2" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="E" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="3" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="3" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="Sk" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="2.4" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="4" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="Sc" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="2.4" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="5" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="H" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="3" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="6" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="C" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="3" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="7" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="FontMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="Co" name="chr" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="Arial" name="font" />
      <Option type="QString" value="Bold" name="font_style" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="miter" name="joinstyle" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="2.4" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" name="8" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="0,130,122,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="pentagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <layerGeometryType>0</layerGeometryType>
</qgis>
