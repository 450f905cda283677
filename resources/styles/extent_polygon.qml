<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
 <renderer-v2 type="singleSymbol" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
  <symbols>
   <symbol type="fill" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleFill">
     <Option type="Map">
      <Option type="QString" value="10,99,234,30" name="color" />
      <Option type="QString" value="bevel" name="joinstyle" />
      <Option type="QString" value="35,35,35,255" name="outline_color" />
      <Option type="QString" value="no" name="outline_style" />
      <Option type="QString" value="0.26" name="outline_width" />
      <Option type="QString" value="solid" name="style" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="LinePatternFill">
     <Option type="Map">
      <Option type="QString" value="0" name="angle" />
      <Option type="QString" value="0,0,0,255" name="color" />
      <Option type="QString" value="3" name="distance" />
      <Option type="QString" value="0" name="line_width" />
     </Option>
     <symbol type="line" alpha="1" name="@0@1" clip_to_extent="1" force_rhr="0">
      <layer pass="0" enabled="1" locked="0" class="SimpleLine">
       <Option type="Map">
        <Option type="QString" value="flat" name="capstyle" />
        <Option type="QString" value="round" name="joinstyle" />
        <Option type="QString" value="10,99,234,255" name="line_color" />
        <Option type="QString" value="solid" name="line_style" />
        <Option type="QString" value="0.4" name="line_width" />
        <Option type="QString" value="0" name="use_custom_dash" />
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="255,255,255,220" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="2" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="10,99,234,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="1" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <layerGeometryType>2</layerGeometryType>
</qgis>
