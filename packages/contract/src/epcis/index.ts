export { checkEnvelope, checkEvent, type SchemaFault } from "./check-document.ts";
