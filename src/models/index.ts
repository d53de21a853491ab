// Published networks under their original names and configurations, channels last.
export {};
