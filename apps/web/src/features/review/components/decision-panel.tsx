"use client";

import type { ReviewCriterion } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { DecisionAside } from "./decision-aside.tsx";
import { ReturnFields } from "./return-fields.tsx";
import { useDecide } from "./use-decide.ts";
import { useDecisionKeys } from "./use-decision-keys.ts";

export type DecisionPanelProps = {
  readonly publicId: string;
  readonly title: string;
  /** Whether the person uses keys without a modifier. */
  readonly singleKeys: boolean;
};

/** The criteria one by one, and one key that leads to each of the two answers. */
export function DecisionPanel({ publicId, title, singleKeys }: DecisionPanelProps) {
  const t = useTranslations("review");
  const client = useTRPCClient();
  const [failed, setFailed] = useState<readonly ReviewCriterion[]>([]);
  const [reason, setReason] = useState("");
  const first = useRef<HTMLFieldSetElement>(null);
  const accept = useRef<HTMLButtonElement>(null);
  const { decide, pending, failure, attempt } = useDecide("/review", {
    criteria: t("decide.failed"),
    reason: t("decide.reason"),
  });
  const approve = () =>
    decide(() => client.posting.publish.mutate({ publicId }), t("decide.approved", { title }));
  useDecisionKeys(singleKeys, {
    approve: () => accept.current?.focus(),
    sendBack: () => first.current?.querySelector("input")?.focus(),
  });
  const errorOf = (field: string) => failure.fields.find((fault) => fault.field === field)?.text;

  return (
    <DecisionAside
      title={t("decide.title")}
      keys={singleKeys ? t("decide.keys") : null}
      failure={failure}
      attempt={attempt}
      idOf={(field) => `review-${field}`}
    >
      <Button
        ref={accept}
        variant="accent"
        aria-keyshortcuts={singleKeys ? "a" : undefined}
        className="self-start"
        pending={pending}
        onClick={approve}
      >
        {t("decide.approve")}
        {singleKeys ? <Key>A</Key> : null}
      </Button>
      <ReturnFields
        failed={failed}
        setFailed={setFailed}
        reason={reason}
        setReason={setReason}
        errorOf={errorOf}
        fieldset={first}
        mark={singleKeys ? <Key>R</Key> : null}
        shortcut={singleKeys ? "r" : undefined}
      />
      <Button
        className="self-start"
        pending={pending}
        onClick={() =>
          decide(
            () => client.posting.return.mutate({ publicId, criteria: [...failed], reason }),
            t("decide.returned", { title }),
          )
        }
      >
        {t("decide.confirmReturn")}
      </Button>
    </DecisionAside>
  );
}

function Key({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden className="ml-1 rounded-sm border border-current px-1 text-xs opacity-70">
      {children}
    </kbd>
  );
}
