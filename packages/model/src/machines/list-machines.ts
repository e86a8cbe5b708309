import { listRegisters } from "../register/index.ts";
import type { Machine } from "../state/index.ts";

/** Every state machine of the product, each once. [SM3] */
export function listMachines(): readonly Machine[] {
  const all: readonly Machine[] = listRegisters().map(({ machine }) => machine);
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
