export { listRegisters, type Register } from "@lilink/model/register";
export { sampleValues } from "@lilink/model/testing";
export { addPassword, addSession, readLetter, signIn, testPassword } from "./account.ts";
export { officeParts, type Part, unzip, zipOf } from "./archive.ts";
export { checkLedger, createLedgerStage } from "./check-ledger.ts";
export { checkRegister } from "./check-register.ts";
export { createEventStage, type Firm } from "./event-stage.ts";
export { addAuthenticator, type TestAuthenticator } from "./factor.ts";
export { createFundStage, type FundProject, type FundStage } from "./fund-stage.ts";
export { createTestKernel, type TestKernel } from "./kernel.ts";
export { addMember, addOrganization, type TestMember, type TestOrganization } from "./people.ts";
export { addPosting, sampleContent, sampleTerms } from "./posting.ts";
export { addLaboratory, publishRecord } from "./publish-record.ts";
export { rankPosting } from "./rank-posting.ts";
export { asRaw } from "./raw.ts";
export { addRecord } from "./record.ts";
export { codeOf, createRecordStage, nextMark, type RecordStage } from "./record-stage.ts";
export { addReferred } from "./referred.ts";
export {
  addDefinition,
  addOfficer,
  addPublished,
  addRound,
  makeTestRelease,
  sampleComponent,
  type TestFigure,
} from "./release.ts";
export { addOffice, adoptDefinitions, openTestRound, type TestOffice } from "./return.ts";
export { createTraceServer } from "./trace-server.ts";
