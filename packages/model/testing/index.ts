export { type PlantedPosting, type PlantedToken, plantedPosting } from "./planted-posting.ts";
