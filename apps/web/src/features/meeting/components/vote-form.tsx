"use client";

import { Button, Field, Select, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Votable } from "../queries.ts";

export type VoteFormProps = {
  readonly meeting: string;
  readonly position: number;
  /** Records that wait for a vote. */
  readonly votable: readonly Votable[];
};

const keyOf = ({ register, publicId }: Votable) => `${register}/${publicId}`;

/** A question for the seats, and whom it concerns. */
export function VoteForm({ meeting, position, votable }: VoteFormProps) {
  const t = useTranslations("meeting.vote");
  const call = useTranslations("meeting.call");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [question, setQuestion] = useState("");
  const [about, setAbout] = useState<PickedOrganization | null>(null);
  const [settles, setSettles] = useState<Votable | null>(null);
  const { pending, failures, act } = useAct({
    question: t("question"),
    about: t("about"),
    settles: t("settles"),
  });
  if (!open)
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t("put")}
      </Button>
    );
  const end = () => {
    setQuestion("");
    setAbout(null);
    setSettles(null);
    setOpen(false);
  };
  const put = async () => {
    const given = {
      publicId: meeting,
      position,
      question,
      ...(about ? { about: about.publicId } : {}),
      ...(settles ? { settles: { register: settles.register, publicId: settles.publicId } } : {}),
    };
    if (await act(() => client.meeting.openVote.mutate(given), t("opened"))) end();
  };
  return (
    <div className="flex w-full max-w-2xl flex-col gap-4 border-l-2 border-line pl-4">
      <Field
        id={`${id}-question`}
        label={t("question")}
        help={t("questionHelp")}
        error={failures.question}
        required
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={2}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-about`} label={t("about")} help={t("aboutHelp")} error={failures.about}>
        {(aria) => <OrganizationPick {...aria} label={call("search")} value={about} onPick={setAbout} />}
      </Field>
      {votable.length > 0 ? (
        <Field id={`${id}-settles`} label={t("settles")} help={t("settlesHelp")} error={failures.settles}>
          {(aria) => (
            <Select
              {...aria}
              value={settles ? keyOf(settles) : ""}
              onChange={({ target }) =>
                setSettles(votable.find((one) => keyOf(one) === target.value) ?? null)
              }
              options={[
                { value: "", label: t("settlesNone") },
                ...votable.map((one) => ({
                  value: keyOf(one),
                  label: t("settlesOne", {
                    kind: t(`settlesKind.${one.register}`),
                    title: one.title,
                  }),
                })),
              ]}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button pending={pending} onClick={() => void put()}>
          {t("put")}
        </Button>
        <Button variant="quiet" disabled={pending} onClick={end}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
