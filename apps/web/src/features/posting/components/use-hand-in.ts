"use client";

import { findDoubts, type PostingKind } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetCopy } from "#lib/form/local-copy.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Proposal } from "../actions.ts";
import { type DraftValues, toContent, toLevels, withoutUnfilled } from "./draft-values.ts";
import { rowsRead } from "./take-proposal.ts";
import type { useAutosave } from "./use-autosave.ts";
import type { useFaults } from "./use-faults.ts";
import type { Submission } from "./use-submission.ts";

const pauseMs = 300;

const mostTries = 100;

/** Gives the focus to the heading of the next page once it stands there: what had it is gone with the form. */
function focusHeading(path: string, tries = 0) {
  const heading = location.pathname.endsWith(path) ? document.querySelector<HTMLElement>("main h1") : null;
  if (heading) {
    heading.tabIndex = -1;
    heading.style.outline = "none";
    heading.focus({ preventScroll: true });
  } else if (tries < mostTries) setTimeout(() => focusHeading(path, tries + 1), pauseMs / 3);
}

export type HandInOptions = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly copyKey: string;
  readonly names: readonly string[];
  readonly form: UseFormReturn<DraftValues>;
  readonly saving: ReturnType<typeof useAutosave>;
  readonly faults: ReturnType<typeof useFaults>;
  readonly waits: boolean;
  /** Whether a new text is still being read: what is handed in meanwhile goes once that is done. */
  readonly settling: boolean;
  /** What was read of the text as it stands. */
  readonly proposal: RefObject<Proposal | null>;
  /** Set from the press on until something stands in the way. */
  readonly leaving: RefObject<boolean>;
};

/** The one action of the page, by its button or by Ctrl and Enter: checks, saves, hands in, and says what stands in the way. */
export function useHandIn(options: HandInOptions) {
  const { publicId, kind, copyKey, names, form, saving, faults, waits, settling, proposal, leaving } =
    options;
  const errors = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [ticked, setTicked] = useState(false);
  const [note, setNote] = useState("");
  const { check, setFaults } = faults;

  // A box that was filled is no longer at fault after a pause, whether the draft could be saved or not.
  useEffect(() => {
    if (attempt === 0) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const callback = () => {
      clearTimeout(pause);
      pause = setTimeout(() => check(form.getValues()), pauseMs);
    };
    const leave = form.subscribe({ formState: { values: true }, callback });
    return () => {
      clearTimeout(pause);
      leave();
    };
  }, [attempt, check, form]);

  const submit = async () => {
    if (waits || pending) return;
    if (settling) return setWanted(true);
    setFailure(null);
    const values = form.getValues();
    const isDoubted = !ticked && findDoubts(toContent(values), toLevels(values), names, kind).length > 0;
    setRefused(isDoubted);
    setAttempt((count) => count + 1);
    if (check(values).length > 0 || isDoubted) return;
    const filled = withoutUnfilled(values, rowsRead(proposal.current, values)).figures;
    if (filled.length < values.figures.length) form.setValue("figures", filled);
    setPending(true);
    leaving.current = true;
    let isOver = false;
    try {
      if (!(await saving.flush())) return;
      await client.posting.submit.mutate({
        publicId,
        ...(note.trim() ? { changeNote: note.trim() } : {}),
        ...(ticked ? { acknowledgeDoubts: true } : {}),
      });
      // Handed in past an offer of older text: what was left unanswered is not offered again.
      forgetCopy(copyKey);
      isOver = true;
      router.push(`/postings/${publicId}`);
      router.refresh();
      focusHeading(`/postings/${publicId}`);
    } catch (error) {
      const { faults: found } = readPublicError(error);
      if (found.length > 0) setFaults(found);
      else setFailure(toErrorMessage(error, {}, errors).text);
    } finally {
      setPending(false);
      leaving.current = isOver;
    }
  };

  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    if (!isWanted || settling) return;
    setWanted(false);
    void latest.current();
  }, [isWanted, settling]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const submission = useMemo<Submission>(
    () => ({
      ticked,
      tick: (now) => {
        setTicked(now);
        setRefused(false);
      },
      refused,
      pending: pending || isWanted,
      submit: () => void latest.current(),
    }),
    [ticked, refused, pending, isWanted],
  );
  return { submission, attempt, failure, refused, note, setNote };
}
