export { kindChances } from "../src/matching/propose/likely-kind.ts";
export { likelyThings } from "../src/matching/propose/likely-things.ts";
export { chanceBy, type Example, type Fitted, fitLogistic } from "./fit-logistic.ts";
export { sentenceSets } from "./golden/sentence-sets.ts";
export { type FormSentence, type FormVerdict, judgeForm } from "./judge-form.ts";
export { fitKinds, type LabelledKind, labelKinds } from "./label-kinds.ts";
export { type LabelledThing, labelThings } from "./label-things.ts";
export { type PlantedPosting, type PlantedToken, plantedPosting } from "./planted-posting.ts";
export { plantedWord, sampleFields, sampleRecord, sampleStepValues, sampleValues } from "./sample-record.ts";
