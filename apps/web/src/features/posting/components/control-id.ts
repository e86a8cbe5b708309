/** The id of a field's control, as the error summary links to it. */
export function controlId(field: string): string {
  return `posting-${field.replaceAll(".", "-")}`;
}
