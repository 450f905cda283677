<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
 <renderer-v2 type="singleSymbol" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
  <symbols>
   <symbol type="marker" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="32,32,32,200" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="hexagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="5.7" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="90,72,240,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="hexagon" name="name" />
      <Option type="QString" value="255,255,255,255" name="outline_color" />
      <Option type="QString" value="solid" name="outline_style" />
      <Option type="QString" value="0.5" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="4.6" name="size" />
      <Option type="QString" value="1" name="vertical_anchor_point" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleMarker">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="square" name="cap_style" />
      <Option type="QString" value="255,255,255,255" name="color" />
      <Option type="QString" value="1" name="horizontal_anchor_point" />
      <Option type="QString" value="bevel" name="joinstyle" />
      <Option type="QString" value="hexagon" name="name" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0" name="outline_width" />
      <Option type="QString" value="diameter" name="scale_method" />
      <Option type="QString" value="1.8" name="size" />
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
