import { LilinkError } from "@lilink/model/error";

/** An error whose transaction commits: the count of a wrong try has to stay, though the caller gets nothing. */
export class Refusal extends LilinkError {}
