/** Limits that a few people who send the work of thousands do not reach: what is measured is the work, not its refusal. */
export const unlimited = [
  ...["read", "search", "write", "export", "probe"].flatMap((one) =>
    ["person", "organization", "source"].map((whose) => `${one}.${whose}=900000/s`),
  ),
  "interest.person=900000/d",
  "interest.organization=900000/d",
  "reading.organization=900000/d",
  "signIn.source=900000/s",
  "register.person=900000/s",
  "register.source=900000/s",
].join(" ");
