export { type PlantedPosting, type PlantedToken, plantedPosting } from "./planted-posting.ts";
export { plantedWord, sampleStepValues, sampleValues } from "./sample-record.ts";
