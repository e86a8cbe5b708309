type Held = { readonly publicId: string; readonly role: string; readonly active: boolean };

/** The one administrator without whom nobody could manage the organization, or null where there are more. [OR5] */
export function findLastAdmin(members: readonly Held[]): string | null {
  const [first, second] = members.filter(({ role, active }) => role === "admin" && active);
  return first && !second ? first.publicId : null;
}
