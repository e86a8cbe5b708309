import { LinkTabs } from "@lilink/ui";
import { LinkTab } from "#components/link-tab.tsx";

export type QueueStatesProps<State extends string> = {
  readonly label: string;
  readonly pathname: string;
  /** What waits stands first and has the bare address. */
  readonly states: Readonly<Record<State, string>>;
  readonly current: State;
};

/** What waits in a queue of officers, and what is done with. */
export function QueueStates<State extends string>(props: QueueStatesProps<State>) {
  const { label, pathname, states, current } = props;
  return (
    <LinkTabs label={label}>
      {Object.entries<string>(states).map(([state, name], at) => (
        <LinkTab
          key={state}
          href={at === 0 ? pathname : `${pathname}?state=${state}`}
          current={state === current}
        >
          {name}
        </LinkTab>
      ))}
    </LinkTabs>
  );
}
