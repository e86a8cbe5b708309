import achievementEn from "../messages/en/achievement.json" with { type: "json" };
import actEn from "../messages/en/act.json" with { type: "json" };
import apiEn from "../messages/en/api.json" with { type: "json" };
import appointmentEn from "../messages/en/appointment.json" with { type: "json" };
import auditEn from "../messages/en/audit.json" with { type: "json" };
import authEn from "../messages/en/auth.json" with { type: "json" };
import batchEn from "../messages/en/batch.json" with { type: "json" };
import batteryEn from "../messages/en/battery.json" with { type: "json" };
import boardEn from "../messages/en/board.json" with { type: "json" };
import bodyEn from "../messages/en/body.json" with { type: "json" };
import captureEn from "../messages/en/capture.json" with { type: "json" };
import chainEn from "../messages/en/chain.json" with { type: "json" };
import commonEn from "../messages/en/common.json" with { type: "json" };
import conditionEn from "../messages/en/condition.json" with { type: "json" };
import definitionEn from "../messages/en/definition.json" with { type: "json" };
import deskEn from "../messages/en/desk.json" with { type: "json" };
import dutyEn from "../messages/en/duty.json" with { type: "json" };
import engagementEn from "../messages/en/engagement.json" with { type: "json" };
import engineEn from "../messages/en/engine.json" with { type: "json" };
import errorEn from "../messages/en/error.json" with { type: "json" };
import eventEn from "../messages/en/event.json" with { type: "json" };
import failedEn from "../messages/en/failed.json" with { type: "json" };
import figureEn from "../messages/en/figure.json" with { type: "json" };
import fileEn from "../messages/en/file.json" with { type: "json" };
import fundEn from "../messages/en/fund.json" with { type: "json" };
import goalEn from "../messages/en/goal.json" with { type: "json" };
import governanceEn from "../messages/en/governance.json" with { type: "json" };
import healthEn from "../messages/en/health.json" with { type: "json" };
import helpEn from "../messages/en/help.json" with { type: "json" };
import homeEn from "../messages/en/home.json" with { type: "json" };
import incentiveEn from "../messages/en/incentive.json" with { type: "json" };
import introductionEn from "../messages/en/introduction.json" with { type: "json" };
import laboratoryEn from "../messages/en/laboratory.json" with { type: "json" };
import legalEn from "../messages/en/legal.json" with { type: "json" };
import machineEn from "../messages/en/machine.json" with { type: "json" };
import mailEn from "../messages/en/mail.json" with { type: "json" };
import marketEn from "../messages/en/market.json" with { type: "json" };
import matchEn from "../messages/en/match.json" with { type: "json" };
import meetingEn from "../messages/en/meeting.json" with { type: "json" };
import navEn from "../messages/en/nav.json" with { type: "json" };
import networkEn from "../messages/en/network.json" with { type: "json" };
import noticeEn from "../messages/en/notice.json" with { type: "json" };
import operationEn from "../messages/en/operation.json" with { type: "json" };
import organizationEn from "../messages/en/organization.json" with { type: "json" };
import outlookEn from "../messages/en/outlook.json" with { type: "json" };
import oversightEn from "../messages/en/oversight.json" with { type: "json" };
import postingEn from "../messages/en/posting.json" with { type: "json" };
import quotaEn from "../messages/en/quota.json" with { type: "json" };
import rateEn from "../messages/en/rate.json" with { type: "json" };
import recyclerEn from "../messages/en/recycler.json" with { type: "json" };
import registerEn from "../messages/en/register.json" with { type: "json" };
import relayEn from "../messages/en/relay.json" with { type: "json" };
import releaseEn from "../messages/en/release.json" with { type: "json" };
import residualEn from "../messages/en/residual.json" with { type: "json" };
import returnEn from "../messages/en/return.json" with { type: "json" };
import reviewEn from "../messages/en/review.json" with { type: "json" };
import routeEn from "../messages/en/route.json" with { type: "json" };
import searchEn from "../messages/en/search.json" with { type: "json" };
import seriesEn from "../messages/en/series.json" with { type: "json" };
import settingsEn from "../messages/en/settings.json" with { type: "json" };
import standingEn from "../messages/en/standing.json" with { type: "json" };
import supplyEn from "../messages/en/supply.json" with { type: "json" };
import supportEn from "../messages/en/support.json" with { type: "json" };
import talentEn from "../messages/en/talent.json" with { type: "json" };
import unitEn from "../messages/en/unit.json" with { type: "json" };
import usageEn from "../messages/en/usage.json" with { type: "json" };
import achievementZh from "../messages/zh-CN/achievement.json" with { type: "json" };
import actZh from "../messages/zh-CN/act.json" with { type: "json" };
import apiZh from "../messages/zh-CN/api.json" with { type: "json" };
import appointmentZh from "../messages/zh-CN/appointment.json" with { type: "json" };
import auditZh from "../messages/zh-CN/audit.json" with { type: "json" };
import authZh from "../messages/zh-CN/auth.json" with { type: "json" };
import batchZh from "../messages/zh-CN/batch.json" with { type: "json" };
import batteryZh from "../messages/zh-CN/battery.json" with { type: "json" };
import boardZh from "../messages/zh-CN/board.json" with { type: "json" };
import bodyZh from "../messages/zh-CN/body.json" with { type: "json" };
import captureZh from "../messages/zh-CN/capture.json" with { type: "json" };
import chainZh from "../messages/zh-CN/chain.json" with { type: "json" };
import commonZh from "../messages/zh-CN/common.json" with { type: "json" };
import conditionZh from "../messages/zh-CN/condition.json" with { type: "json" };
import definitionZh from "../messages/zh-CN/definition.json" with { type: "json" };
import deskZh from "../messages/zh-CN/desk.json" with { type: "json" };
import dutyZh from "../messages/zh-CN/duty.json" with { type: "json" };
import engagementZh from "../messages/zh-CN/engagement.json" with { type: "json" };
import engineZh from "../messages/zh-CN/engine.json" with { type: "json" };
import errorZh from "../messages/zh-CN/error.json" with { type: "json" };
import eventZh from "../messages/zh-CN/event.json" with { type: "json" };
import failedZh from "../messages/zh-CN/failed.json" with { type: "json" };
import figureZh from "../messages/zh-CN/figure.json" with { type: "json" };
import fileZh from "../messages/zh-CN/file.json" with { type: "json" };
import fundZh from "../messages/zh-CN/fund.json" with { type: "json" };
import goalZh from "../messages/zh-CN/goal.json" with { type: "json" };
import governanceZh from "../messages/zh-CN/governance.json" with { type: "json" };
import healthZh from "../messages/zh-CN/health.json" with { type: "json" };
import helpZh from "../messages/zh-CN/help.json" with { type: "json" };
import homeZh from "../messages/zh-CN/home.json" with { type: "json" };
import incentiveZh from "../messages/zh-CN/incentive.json" with { type: "json" };
import introductionZh from "../messages/zh-CN/introduction.json" with { type: "json" };
import laboratoryZh from "../messages/zh-CN/laboratory.json" with { type: "json" };
import legalZh from "../messages/zh-CN/legal.json" with { type: "json" };
import machineZh from "../messages/zh-CN/machine.json" with { type: "json" };
import mailZh from "../messages/zh-CN/mail.json" with { type: "json" };
import marketZh from "../messages/zh-CN/market.json" with { type: "json" };
import matchZh from "../messages/zh-CN/match.json" with { type: "json" };
import meetingZh from "../messages/zh-CN/meeting.json" with { type: "json" };
import navZh from "../messages/zh-CN/nav.json" with { type: "json" };
import networkZh from "../messages/zh-CN/network.json" with { type: "json" };
import noticeZh from "../messages/zh-CN/notice.json" with { type: "json" };
import operationZh from "../messages/zh-CN/operation.json" with { type: "json" };
import organizationZh from "../messages/zh-CN/organization.json" with { type: "json" };
import outlookZh from "../messages/zh-CN/outlook.json" with { type: "json" };
import oversightZh from "../messages/zh-CN/oversight.json" with { type: "json" };
import postingZh from "../messages/zh-CN/posting.json" with { type: "json" };
import quotaZh from "../messages/zh-CN/quota.json" with { type: "json" };
import rateZh from "../messages/zh-CN/rate.json" with { type: "json" };
import recyclerZh from "../messages/zh-CN/recycler.json" with { type: "json" };
import registerZh from "../messages/zh-CN/register.json" with { type: "json" };
import relayZh from "../messages/zh-CN/relay.json" with { type: "json" };
import releaseZh from "../messages/zh-CN/release.json" with { type: "json" };
import residualZh from "../messages/zh-CN/residual.json" with { type: "json" };
import returnZh from "../messages/zh-CN/return.json" with { type: "json" };
import reviewZh from "../messages/zh-CN/review.json" with { type: "json" };
import routeZh from "../messages/zh-CN/route.json" with { type: "json" };
import searchZh from "../messages/zh-CN/search.json" with { type: "json" };
import seriesZh from "../messages/zh-CN/series.json" with { type: "json" };
import settingsZh from "../messages/zh-CN/settings.json" with { type: "json" };
import standingZh from "../messages/zh-CN/standing.json" with { type: "json" };
import supplyZh from "../messages/zh-CN/supply.json" with { type: "json" };
import supportZh from "../messages/zh-CN/support.json" with { type: "json" };
import talentZh from "../messages/zh-CN/talent.json" with { type: "json" };
import unitZh from "../messages/zh-CN/unit.json" with { type: "json" };
import usageZh from "../messages/zh-CN/usage.json" with { type: "json" };
import type { Locale } from "./locale.ts";

const zhCN = {
  achievement: achievementZh,
  act: actZh,
  api: apiZh,
  audit: auditZh,
  auth: authZh,
  batch: batchZh,
  battery: batteryZh,
  capture: captureZh,
  oversight: oversightZh,
  appointment: appointmentZh,
  board: boardZh,
  body: bodyZh,
  chain: chainZh,
  condition: conditionZh,
  common: commonZh,
  definition: definitionZh,
  desk: deskZh,
  duty: dutyZh,
  engine: engineZh,
  error: errorZh,
  engagement: engagementZh,
  event: eventZh,
  failed: failedZh,
  file: fileZh,
  figure: figureZh,
  fund: fundZh,
  goal: goalZh,
  health: healthZh,
  help: helpZh,
  home: homeZh,
  incentive: incentiveZh,
  introduction: introductionZh,
  machine: machineZh,
  mail: mailZh,
  laboratory: laboratoryZh,
  legal: legalZh,
  market: marketZh,
  match: matchZh,
  meeting: meetingZh,
  nav: navZh,
  network: networkZh,
  notice: noticeZh,
  operation: operationZh,
  organization: organizationZh,
  outlook: outlookZh,
  posting: postingZh,
  governance: governanceZh,
  recycler: recyclerZh,
  rate: rateZh,
  register: registerZh,
  residual: residualZh,
  quota: quotaZh,
  relay: relayZh,
  usage: usageZh,
  support: supportZh,
  release: releaseZh,
  route: routeZh,
  return: returnZh,
  review: reviewZh,
  search: searchZh,
  series: seriesZh,
  settings: settingsZh,
  standing: standingZh,
  supply: supplyZh,
  talent: talentZh,
  unit: unitZh,
};

/** The shape of all texts; Chinese is the original, English must have the same keys. */
export type Messages = typeof zhCN;
export type Namespace = keyof Messages;
export const namespaces = Object.keys(zhCN) as readonly Namespace[];

const en: Messages = {
  achievement: achievementEn,
  act: actEn,
  api: apiEn,
  audit: auditEn,
  auth: authEn,
  batch: batchEn,
  battery: batteryEn,
  capture: captureEn,
  oversight: oversightEn,
  appointment: appointmentEn,
  board: boardEn,
  body: bodyEn,
  chain: chainEn,
  condition: conditionEn,
  common: commonEn,
  definition: definitionEn,
  desk: deskEn,
  duty: dutyEn,
  engine: engineEn,
  error: errorEn,
  engagement: engagementEn,
  event: eventEn,
  failed: failedEn,
  file: fileEn,
  figure: figureEn,
  fund: fundEn,
  goal: goalEn,
  health: healthEn,
  help: helpEn,
  home: homeEn,
  incentive: incentiveEn,
  introduction: introductionEn,
  machine: machineEn,
  mail: mailEn,
  laboratory: laboratoryEn,
  legal: legalEn,
  market: marketEn,
  match: matchEn,
  meeting: meetingEn,
  nav: navEn,
  network: networkEn,
  notice: noticeEn,
  operation: operationEn,
  organization: organizationEn,
  outlook: outlookEn,
  posting: postingEn,
  governance: governanceEn,
  recycler: recyclerEn,
  rate: rateEn,
  register: registerEn,
  residual: residualEn,
  quota: quotaEn,
  relay: relayEn,
  usage: usageEn,
  support: supportEn,
  release: releaseEn,
  route: routeEn,
  return: returnEn,
  review: reviewEn,
  search: searchEn,
  series: seriesEn,
  settings: settingsEn,
  standing: standingEn,
  supply: supplyEn,
  talent: talentEn,
  unit: unitEn,
};
export const catalog: Readonly<Record<Locale, Messages>> = { "zh-CN": zhCN, en };
