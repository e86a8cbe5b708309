"use client";

import type { LiveHint } from "@lilink/api";
import { useTransition } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useLive } from "#lib/live/use-live.ts";

/** Reads the page again, in place, when something of these topics changed; the words are told to a screen reader. */
export function LiveRefresh({
  topics,
  label,
}: {
  readonly topics: readonly LiveHint["topic"][];
  readonly label: string;
}) {
  const router = useRouter();
  const [isReading, read] = useTransition();
  useLive(topics, () => read(() => router.refresh()));
  return (
    <span role="status" className="sr-only">
      {isReading ? label : ""}
    </span>
  );
}
