<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
 <renderer-v2 type="singleSymbol" enableorderby="0" referencescale="-1" forceraster="0" symbollevels="0">
  <symbols>
   <symbol type="line" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="255,255,255,220" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="2.2" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="flat" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="10,99,234,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="1.3" name="line_width" />
      <Option type="QString" value="3;2" name="customdash" />
      <Option type="QString" value="1" name="use_custom_dash" />
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <layerGeometryType>1</layerGeometryType>
</qgis>
