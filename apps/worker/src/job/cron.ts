import type { JobName, JobPayload } from "@lilink/contract";

type Cron = {
  [N in JobName]: {
    readonly name: N;
    readonly cron: string;
    readonly payload: JobPayload<N>;
    readonly key: string;
  };
}[JobName];

/** Working hours are China's: a digest comes before the day begins in Beijing. */
export const CRON_ZONE = "Asia/Shanghai";

export const CRONS: readonly Cron[] = [
  { name: "supply.publishAbroad", key: "monthly", cron: "45 4 1 * *", payload: {} },
  { name: "attachment.sweep", key: "nightly", cron: "50 3 * * *", payload: {} },
  { name: "audit.sign", key: "signing", cron: "*/5 * * * *", payload: {} },
  { name: "chainHealth.judge", key: "nightly", cron: "40 4 * * *", payload: {} },
  { name: "battery.note", key: "tick", cron: "*/5 * * * *", payload: {} },
  { name: "duty.tick", key: "tick", cron: "*/5 * * * *", payload: {} },
  { name: "engine.learn", key: "monthly", cron: "15 4 1 * *", payload: {} },
  { name: "guard.sweep", key: "hourly", cron: "35 * * * *", payload: {} },
  { name: "governance.publish", key: "nightly", cron: "50 4 * * *", payload: {} },
  { name: "introduction.tick", key: "tick", cron: "*/5 * * * *", payload: {} },
  { name: "appointment.tick", key: "tick", cron: "*/5 * * * *", payload: {} },
  { name: "support.tick", key: "tick", cron: "*/15 * * * *", payload: {} },
  { name: "mail.send", key: "retry", cron: "* * * * *", payload: {} },
  { name: "match.digest", key: "daily", cron: "35 7 * * *", payload: {} },
  { name: "network.read", key: "nightly", cron: "45 4 * * *", payload: {} },
  { name: "posting.expire", key: "expire", cron: "7 * * * *", payload: {} },
  { name: "posting.warn", key: "daily", cron: "20 8 * * *", payload: {} },
  { name: "release.own", key: "daily", cron: "10 6 * * *", payload: {} },
  { name: "reserve.cover", key: "nightly", cron: "25 4 * * *", payload: {} },
  { name: "search.digest", key: "daily", cron: "30 7 * * *", payload: { every: "daily" } },
  { name: "search.digest", key: "weekly", cron: "40 7 * * 1", payload: { every: "weekly" } },
  { name: "talent.rollUp", key: "nightly", cron: "20 5 * * *", payload: {} },
  { name: "webhook.send", key: "retry", cron: "* * * * *", payload: {} },
];
