import { listRegisters } from "@lilink/model/register";
import { describe } from "vitest";
import { checkRegister, createRecordStage, createTestKernel } from "../../testing/index.ts";

const stage = await createRecordStage(await createTestKernel());

// Half of the registers: two files run side by side, and one of them all takes eight minutes.
describe.each(
  listRegisters()
    .filter((_register, at) => at % 2 === 1)
    .map((register) => [register.name, register] as const),
)("the register %s", (_name, register) => checkRegister(stage, register));
