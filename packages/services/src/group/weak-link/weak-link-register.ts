import { findRegister, type Register } from "@lilink/model/register";

/** The register of weak links. */
export function weakLinkRegister(): Register {
  const register = findRegister("weakLink");
  if (!register) throw new Error("there is no register of weak links");
  return register;
}
