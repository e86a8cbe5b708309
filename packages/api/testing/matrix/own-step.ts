import { openStepsOf, type Register } from "@lilink/model/register";

/** A step that the owner may take from the live state, without naming other records. */
export function ownStep(register: Register, state: string): string {
  const { steps } = register.machine;
  const own = openStepsOf(register, state).filter(
    (step) =>
      steps[step]?.who === "owner" &&
      !steps[step]?.notBefore &&
      !steps[step]?.needs &&
      (steps[step]?.fields ?? []).every((name) => register.fields[name]?.kind !== "record"),
  );
  return own.find((step) => !steps[step]?.reason) ?? own[0] ?? "";
}
