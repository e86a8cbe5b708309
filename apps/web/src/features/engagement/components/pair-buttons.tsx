"use client";

import { Button } from "@lilink/ui";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly publicId: string;
  readonly own: string;
  /** The other posting, while it may be asked about. */
  readonly other: string | null;
  readonly text: Readonly<Record<"take" | "dismiss" | "taken" | "dismissed", string>>;
};

/** Takes a pair up, which leads to the form that asks, or puts it aside. [AV5] */
export function PairButtons({ publicId, own, other, text }: Given) {
  const client = useTRPCClient();
  const router = useRouter();
  const { pending, act } = useAct();
  const decide = async (take: boolean) => {
    const done = await act(
      () => client.engagement.decidePair.mutate({ publicId, take }),
      take ? text.taken : text.dismissed,
    );
    if (done && take && other) router.push(`/introductions/new?posting=${other}&own=${own}`);
  };
  return (
    <p className="mt-1 flex flex-wrap gap-2">
      {other ? (
        <Button size="sm" variant="accent" disabled={pending} onClick={() => void decide(true)}>
          {text.take}
        </Button>
      ) : null}
      <Button size="sm" disabled={pending} onClick={() => void decide(false)}>
        {text.dismiss}
      </Button>
    </p>
  );
}
