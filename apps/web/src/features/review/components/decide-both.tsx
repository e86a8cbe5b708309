"use client";

import type { ReviewCriterion } from "@lilink/model/posting";
import { Button, Dialog, Field, RadioGroup, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { useLooked } from "#features/claim/components/use-opened.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { DecisionAside } from "./decision-aside.tsx";
import { ReturnFields } from "./return-fields.tsx";
import { useDecide } from "./use-decide.ts";
import { useDecisionKeys } from "./use-decision-keys.ts";

export type DecideBothProps = {
  readonly claim: string;
  readonly posting: string;
  readonly name: string;
  /** Another organization holds the code: it cannot be approved as it stands. */
  readonly held: boolean;
  readonly proofs: readonly string[];
  readonly singleKeys: boolean;
};

const answers = ["both", "postingBack", "refuse"] as const;
type Answer = (typeof answers)[number];

/** A claim and the posting that came with it, decided in one step: both pass, or one of them goes back. [PO23] */
export function DecideBoth({ claim, posting, name, held, proofs, singleKeys }: DecideBothProps) {
  const t = useTranslations("review");
  const words = useTranslations("organization.review");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const [answer, setAnswer] = useState<Answer>(held ? "refuse" : "both");
  const [failed, setFailed] = useState<readonly ReviewCriterion[]>([]);
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const looked = useLooked(box, proofs);
  const at = { criteria: "returned.criteria", reason: "returned.reason" } as const;
  const { decide, pending, failure, attempt } = useDecide("/review/claims", {
    [at.criteria]: t("decide.failed"),
    [at.reason]: t("decide.reason"),
    reason: words("reason"),
  });
  const focus = (one: Answer) =>
    box.current?.querySelector<HTMLInputElement>(`input[type=radio][value=${one}]`)?.focus();
  useDecisionKeys(singleKeys, { approve: () => focus("both"), sendBack: () => focus("postingBack") });
  const errorAt = (field: string) => failure.fields.find((fault) => fault.field === field)?.text;
  const approve = async () => {
    const returned = answer === "postingBack" ? { criteria: [...failed], reason } : undefined;
    await decide(
      () =>
        client.posting.decideWithClaim.mutate({
          publicId: posting,
          claim,
          ...(returned ? { returned } : {}),
        }),
      t(`both.done.${answer}`, { name }),
    );
    setAsking(false);
  };
  const refuse = () =>
    decide(() => client.claim.refuse.mutate({ publicId: claim, reason }), t("both.done.refuse", { name }));
  return (
    <DecisionAside
      title={t("decide.title")}
      keys={singleKeys ? t("both.keys") : null}
      failure={failure}
      attempt={attempt}
      idOf={(field) => (field === at.criteria ? "review-criteria" : "review-reason")}
    >
      <div ref={box} className="flex flex-col gap-4">
        <RadioGroup
          id="both-answer"
          name="answer"
          legend={t("both.question")}
          value={answer}
          onChange={(event) => setAnswer(event.target.value as Answer)}
          options={answers
            .filter((one) => !held || one === "refuse")
            .map((one) => ({ value: one, label: t(`both.answer.${one}`), help: t(`both.help.${one}`) }))}
        />
        {answer === "postingBack" ? (
          <ReturnFields
            failed={failed}
            setFailed={setFailed}
            reason={reason}
            setReason={setReason}
            errorOf={(field) => errorAt(at[field])}
          />
        ) : null}
        {answer === "refuse" ? (
          <>
            <Field
              id="review-reason"
              label={words("reason")}
              help={words("reasonHelp")}
              error={errorAt("reason")}
              required
            >
              {(aria) => (
                <TextArea
                  {...aria}
                  rows={3}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Button variant="danger" className="self-start" pending={pending} onClick={() => void refuse()}>
              {words("confirmRefuse")}
            </Button>
          </>
        ) : (
          <Dialog
            open={asking}
            onOpenChange={setAsking}
            closeLabel={action("close")}
            trigger={
              <Button variant={looked.seen ? "accent" : "plain"} className="self-start">
                {t(`both.act.${answer}`)}
              </Button>
            }
            title={words("askTitle", { name })}
            description={`${looked.words} ${words("askBody")} ${t(`both.help.${answer}`)}`}
            actions={<DialogEnd label={t(`both.act.${answer}`)} pending={pending} run={approve} />}
          />
        )}
      </div>
    </DecisionAside>
  );
}
