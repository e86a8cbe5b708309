import { type CustodyEvent, type Judged, judgeEvents, type Standing, type World } from "@lilink/model/trace";

/** An event with the hash of its content, and of the event that it corrects. */
export type Hashed = {
  readonly event: CustodyEvent;
  readonly hash: string;
  readonly corrects: string | null;
};

/** Events that were judged together, in the order of the verdicts; `before` is how their battery stood, where earlier ones are not among them. */
export type Judgement = {
  readonly judged: Judged;
  readonly entries: readonly Hashed[];
  readonly before?: Standing;
};

/** Judges events in the order in which they arrived. To the judge, what a correction corrects is a place in that order. */
export function judgeTold(entries: readonly Hashed[], world: World): Judged {
  const hashes = entries.map(({ hash }) => hash);
  return judgeEvents(
    entries.map(({ event, corrects }) =>
      corrects === null ? event : { ...event, corrects: hashes.indexOf(corrects) },
    ),
    world,
    hashes,
  );
}
