"use client";

import { createContext, useContext } from "react";

/** What the one action of the page knows: whether doubted texts are meant, and whether it was refused for them. */
export type Submission = {
  readonly ticked: boolean;
  readonly tick: (ticked: boolean) => void;
  readonly refused: boolean;
  readonly pending: boolean;
  readonly submit: () => void;
};

const SubmissionContext = createContext<Submission | null>(null);
export const SubmissionProvider = SubmissionContext.Provider;

export function useSubmission(): Submission {
  const submission = useContext(SubmissionContext);
  if (!submission) throw new Error("a part of the submission stands outside of the form");
  return submission;
}
