import { type Concept } from "@lilink/model/chain";
import { type LevelChoice, type PostingContent, type PostingKind } from "@lilink/model/posting";
import type { Random } from "./random.ts";
export type MadePosting = {
    readonly kind: PostingKind;
    readonly content: PostingContent;
    readonly levels: LevelChoice;
};
/** An invented posting on one concept, worded and figured as people do; levels are mostly the defaults. */
export declare function makePosting(random: Random, concept: Concept): MadePosting;
