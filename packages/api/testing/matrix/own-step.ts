import { openStepsOf, type Register } from "@lilink/model/register";

/** A step that the owner may take from the live state, without naming other records. */
export function ownStep(register: Register, state: string): string {
  const { steps } = register.machine;
  return (
    openStepsOf(register, state).find(
      (step) =>
        steps[step]?.who === "owner" &&
        !steps[step]?.reason &&
        (steps[step]?.fields ?? []).every((name) => register.fields[name]?.kind !== "record"),
    ) ?? ""
  );
}
