"""SOPs for other programs: the sheet as a drawing whose lines know what they tie, and the flow as BPMN."""
