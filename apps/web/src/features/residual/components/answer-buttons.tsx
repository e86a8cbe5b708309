"use client";

import { Button } from "@lilink/ui";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Answer = "confirmed" | "declined" | "withdrawn" | "disputed";
type Given = {
  readonly of: "booking" | "sale";
  readonly publicId: string;
  readonly answers: readonly { readonly state: Answer; readonly label: string }[];
  readonly done: string;
};

/** The answers that one side may give to a booking or a sale. */
export function AnswerButtons({ of, publicId, answers, done }: Given) {
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const give = (state: Answer) =>
    act<unknown>(
      (): Promise<unknown> =>
        of === "sale"
          ? client.residual.answerSale.mutate({
              publicId,
              state: state === "confirmed" ? "confirmed" : "disputed",
            })
          : client.residual.answer.mutate({ publicId, state: state === "disputed" ? "declined" : state }),
      done,
    );
  return (
    <span className="flex flex-wrap gap-2">
      {answers.map(({ state, label }) => (
        <Button key={state} size="sm" pending={pending} onClick={() => void give(state)}>
          {label}
        </Button>
      ))}
    </span>
  );
}
