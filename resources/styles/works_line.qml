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
   <symbol type="line" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="255,255,255,220" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="3.2" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="193,18,31,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="2" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" name="1" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="255,255,255,220" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="2.8" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="flat" name="capstyle" />
      <Option type="QString" value="4.5;1.6" name="customdash" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="217,130,0,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="1.7" name="line_width" />
      <Option type="QString" value="1" name="use_custom_dash" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" name="2" clip_to_extent="1" force_rhr="0">
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="round" name="capstyle" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="255,255,255,220" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="2.4" name="line_width" />
      <Option type="QString" value="0" name="use_custom_dash" />
     </Option>
    </layer>
    <layer pass="0" enabled="1" locked="0" class="SimpleLine">
     <Option type="Map">
      <Option type="QString" value="flat" name="capstyle" />
      <Option type="QString" value="1.6;1.2" name="customdash" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="27,127,75,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="1.4" name="line_width" />
      <Option type="QString" value="1" name="use_custom_dash" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" name="3" clip_to_extent="1" force_rhr="0">
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
      <Option type="QString" value="5;1.2;1.2;1.2" name="customdash" />
      <Option type="QString" value="round" name="joinstyle" />
      <Option type="QString" value="92,99,112,255" name="line_color" />
      <Option type="QString" value="solid" name="line_style" />
      <Option type="QString" value="1.2" name="line_width" />
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
