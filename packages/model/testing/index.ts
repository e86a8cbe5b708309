export { type FormSentence, type FormVerdict, judgeForm } from "./judge-form.ts";
export { type PlantedPosting, type PlantedToken, plantedPosting } from "./planted-posting.ts";
export { plantedWord, sampleFields, sampleRecord, sampleStepValues, sampleValues } from "./sample-record.ts";
