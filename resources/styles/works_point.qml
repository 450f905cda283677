<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
 <renderer-v2 type="categorizedSymbol" enableorderby="0" referencescale="-1" forceraster="0" attr="impact" symbollevels="0">
  <categories>
   <category render="true" label="high" value="high" symbol="0" />
   <category render="true" label="medium" value="medium" symbol="1" />
   <category render="true" label="low" value="low" symbol="2" />
   <category render="true" label="unknown" value="unknown" symbol="3" />
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
      <Option type="QString" value="triangle" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="6.5" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="193,18,31,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="triangle" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5.4" name="size" />
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
      <Option type="QString" value="diamond" name="name" />
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
      <Option type="QString" value="217,130,0,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="diamond" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5" name="size" />
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
      <Option type="QString" value="circle" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5.1" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="27,127,75,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="circle" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="4" name="size" />
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
      <Option type="QString" value="square" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="4.7" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="92,99,112,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="square" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="3.6" name="size" />
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
