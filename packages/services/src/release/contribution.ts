/**
 * One figure on its way into a release: a component of an enterprise group at a place, with a code for each dimension of
 * the component and for those of the organization (province, size, link). `value` is a decimal string.
 */
export type Observation = {
  readonly component: string;
  /** The enterprise group; an organization without one stands for itself. */
  readonly group: string;
  readonly organizationId: string;
  readonly place: Readonly<Record<string, string>>;
  readonly value: string;
};
