import { listRegisters } from "@lilink/model/register";
import { describe } from "vitest";
import { checkRegister, createRecordStage, createTestKernel } from "../../testing/index.ts";

const stage = await createRecordStage(await createTestKernel());

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "the register %s",
  (_name, register) => checkRegister(stage, register),
);
