"use client";

import type { LiveHint } from "@lilink/api";
import { useEffect, useEffectEvent } from "react";
import { useTRPCClient } from "../trpc/client.ts";
import { holdHints } from "./hold-hints.ts";

type Listener = (hint: LiveHint | null) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;

const tell: Listener = (hint) => {
  for (const listener of listeners) listener(hint);
};

const signsOfUse = ["pointerdown", "pointermove", "keydown", "focus"] as const;

function start(client: ReturnType<typeof useTRPCClient>): () => void {
  let started = false;
  const { hear, use } = holdHints(tell, Date.now);
  for (const sign of signsOfUse) addEventListener(sign, use, { passive: true });
  const { unsubscribe } = client.live.events.subscribe(undefined, {
    onData: hear,
    // What was announced while the line was down is lost: a second start is a hint to read everything again.
    onStarted: () => {
      if (started) hear(null);
      started = true;
    },
  });
  return () => {
    for (const sign of signsOfUse) removeEventListener(sign, use);
    unsubscribe();
  };
}

/**
 * Calls back when something of these topics changed for whoever looks at the page; the caller reads again. One
 * connection a tab, held while anything listens, however many do.
 */
export function useLive(topics: readonly LiveHint["topic"][], onHint: () => void): void {
  const client = useTRPCClient();
  const hear = useEffectEvent((hint: LiveHint | null) => {
    if (hint === null || topics.includes(hint.topic)) onHint();
  });
  useEffect(() => {
    const listener: Listener = (hint) => hear(hint);
    listeners.add(listener);
    stop ??= start(client);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
    };
  }, [client]);
}
