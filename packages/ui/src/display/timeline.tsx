import type { ReactNode } from "react";
import { cn } from "../class-name.ts";
import { type Tone, toneFill } from "../tone.ts";

export type TimelineEvent = {
  readonly key: string;
  readonly when: ReactNode;
  /** Machine-readable time of `when`. */
  readonly dateTime?: string;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly tone?: Tone;
};

/** What happened, in order, along a hairline. */
export function Timeline({
  events,
  label,
}: {
  readonly events: readonly TimelineEvent[];
  readonly label: string;
}) {
  return (
    <ol aria-label={label} className="ml-1.5 border-l border-line">
      {events.map((event) => (
        <li key={event.key} className="relative pb-4 pl-5 last:pb-0">
          <span
            aria-hidden
            className={cn(
              "absolute top-[0.5em] -left-[5px] size-[9px] rounded-full",
              toneFill[event.tone ?? "neutral"],
            )}
          />
          <time dateTime={event.dateTime} className="block text-sm text-muted">
            {event.when}
          </time>
          <div className="font-medium">{event.title}</div>
          {event.body ? <div>{event.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
