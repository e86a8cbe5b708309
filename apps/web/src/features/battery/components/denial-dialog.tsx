"use client";

import type { DenialSide } from "@lilink/model/trace/denial";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type DenialDialogProps = {
  readonly code: string;
  /** The hand-over, by its hash. */
  readonly event: string;
  readonly act: "deny" | "uphold" | DenialSide;
  readonly label: string;
  readonly isQuiet?: boolean;
  readonly title: string;
  readonly body: string;
};

/** One word about a hand-over, with its reason: that it was not received, that one holds to it, or for which side officers decide. */
export function DenialDialog({ code, event, act, ...words }: DenialDialogProps) {
  const { battery } = useTRPCClient();
  return (
    <ReasonDialog
      {...words}
      run={(reason) => {
        const said = { code, event, reason };
        if (act === "deny") return battery.deny.mutate(said);
        if (act === "uphold") return battery.uphold.mutate(said);
        return battery.settle.mutate({ ...said, side: act });
      }}
    />
  );
}
