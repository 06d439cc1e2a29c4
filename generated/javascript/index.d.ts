// Generated from the catalog by `python -m generator build`. Do not edit.
/** The version of the catalog and of the package. */
export const VERSION: string;
/** The ids of all brokers. */
export const BROKERS: readonly Broker[];

/** An API provider. */
export type Broker = "alpaca" | "tradovate";

/** The full ids of the errors of Alpaca. They never change. */
export type AlpacaErrorId =
  | "alpaca.access_key_verification_failed"
  | "alpaca.account_attribute_not_updatable"
  | "alpaca.account_email_already_registered"
  | "alpaca.account_liquidation_only"
  | "alpaca.account_not_allowed_to_short"
  | "alpaca.account_not_authorized_to_trade"
  | "alpaca.account_type_not_enabled"
  | "alpaca.ach_relationship_exists"
  | "alpaca.ach_transfer_daily_limit"
  | "alpaca.advanced_order_leg_missing"
  | "alpaca.asset_cannot_be_shorted"
  | "alpaca.asset_class_not_allowed"
  | "alpaca.asset_not_active"
  | "alpaca.asset_not_found"
  | "alpaca.asset_not_fractionable"
  | "alpaca.auction_order_window_closed"
  | "alpaca.backend_failed_to_calculate"
  | "alpaca.bad_gateway"
  | "alpaca.bad_request"
  | "alpaca.bracket_market_or_limit_only"
  | "alpaca.bracket_must_be_entry"
  | "alpaca.broker_account_not_found"
  | "alpaca.cannot_replace_in_status"
  | "alpaca.client_order_id_duplicate"
  | "alpaca.client_order_id_too_long"
  | "alpaca.commission_negative"
  | "alpaca.commission_not_allowed"
  | "alpaca.conflict"
  | "alpaca.cost_basis_minimum"
  | "alpaca.covered_call_insufficient_underlying"
  | "alpaca.crypto_advanced_order_class"
  | "alpaca.crypto_invalid_order_type"
  | "alpaca.crypto_invalid_time_in_force"
  | "alpaca.crypto_not_allowed_for_account"
  | "alpaca.crypto_whitelist_asset_empty"
  | "alpaca.data_end_before_start"
  | "alpaca.data_invalid_adjustment"
  | "alpaca.data_invalid_crypto_location"
  | "alpaca.data_invalid_crypto_symbol"
  | "alpaca.data_invalid_feed"
  | "alpaca.data_invalid_parameter_format"
  | "alpaca.data_invalid_symbol"
  | "alpaca.data_invalid_timeframe"
  | "alpaca.data_limit_too_large"
  | "alpaca.data_limit_too_small_for_aggregate"
  | "alpaca.data_too_many_symbols"
  | "alpaca.data_unexpected_parameter"
  | "alpaca.day_trading_margin_call_protection"
  | "alpaca.deposits_not_permitted"
  | "alpaca.dne_after_deadline"
  | "alpaca.dne_european_style"
  | "alpaca.dne_not_expiration_day"
  | "alpaca.endpoint_not_found"
  | "alpaca.exercise_blocked_by_dne"
  | "alpaca.exercise_european_style"
  | "alpaca.exercise_insufficient_cash"
  | "alpaca.exercise_insufficient_regt_buying_power"
  | "alpaca.exercise_insufficient_underlying"
  | "alpaca.exercise_invalid_symbol"
  | "alpaca.exercise_margin_call_protection"
  | "alpaca.exercise_non_standard_contract"
  | "alpaca.exercise_out_of_the_money"
  | "alpaca.exercise_outside_hours"
  | "alpaca.exercise_qty_not_available"
  | "alpaca.exercise_short_position"
  | "alpaca.exercise_symbol_missing"
  | "alpaca.extended_hours_limit_only"
  | "alpaca.extended_hours_window_closed"
  | "alpaca.forbidden"
  | "alpaca.forbidden_unrecognized"
  | "alpaca.fractional_day_only"
  | "alpaca.fractional_no_short"
  | "alpaca.fractional_simple_only"
  | "alpaca.fractional_trading_disabled"
  | "alpaca.gateway_timeout"
  | "alpaca.gone"
  | "alpaca.hard_to_borrow_day_only"
  | "alpaca.http_redirect_to_https"
  | "alpaca.idempotency_key_conflict"
  | "alpaca.incoming_wire_not_supported"
  | "alpaca.insufficient_buying_power"
  | "alpaca.insufficient_crypto_balance"
  | "alpaca.insufficient_day_trading_buying_power"
  | "alpaca.insufficient_options_buying_power"
  | "alpaca.insufficient_permission"
  | "alpaca.insufficient_qty_available"
  | "alpaca.insufficient_qty_legacy"
  | "alpaca.internal_server_error"
  | "alpaca.invalid_order_type"
  | "alpaca.invalid_position_intent"
  | "alpaca.invalid_side"
  | "alpaca.invalid_time_in_force"
  | "alpaca.invalid_underlying_symbols"
  | "alpaca.journal_balance_insufficient"
  | "alpaca.journal_batch_item_failed"
  | "alpaca.journal_not_cancelable"
  | "alpaca.journal_not_found"
  | "alpaca.legacy_order_failed"
  | "alpaca.limit_order_needs_limit_price"
  | "alpaca.limit_order_no_stop_price"
  | "alpaca.limit_price_two_decimals"
  | "alpaca.locate_corporate_action"
  | "alpaca.locate_insufficient_buying_power"
  | "alpaca.locate_invalid_input"
  | "alpaca.locate_invalid_limit_price"
  | "alpaca.locate_invalid_request_body"
  | "alpaca.locate_invalid_symbols"
  | "alpaca.locate_not_found"
  | "alpaca.locate_not_needed"
  | "alpaca.locate_qty_not_round_lot"
  | "alpaca.locate_quote_unavailable"
  | "alpaca.locate_rejected"
  | "alpaca.locate_symbol_not_found"
  | "alpaca.locate_threshold_security"
  | "alpaca.long_option_position_not_found"
  | "alpaca.market_order_no_price"
  | "alpaca.market_order_no_trail_price"
  | "alpaca.mleg_disabled"
  | "alpaca.mleg_equity_leg_uncovered"
  | "alpaca.mleg_european_expirations_differ"
  | "alpaca.mleg_invalid_limit_price"
  | "alpaca.mleg_leg_already_terminal"
  | "alpaca.mleg_leg_count"
  | "alpaca.mleg_leg_not_cancelable"
  | "alpaca.mleg_leg_not_replaceable"
  | "alpaca.mleg_limit_price_not_allowed"
  | "alpaca.mleg_limit_price_required"
  | "alpaca.mleg_position_intent_required"
  | "alpaca.mleg_ratio_not_reduced"
  | "alpaca.mleg_rolling_ambiguity"
  | "alpaca.mleg_symbol_not_allowed"
  | "alpaca.mleg_underlying_mismatch"
  | "alpaca.no_available_quote"
  | "alpaca.no_day_trades_equity_under_25k"
  | "alpaca.not_found"
  | "alpaca.notional_minimum"
  | "alpaca.notional_two_decimals"
  | "alpaca.notional_with_open_closing_orders"
  | "alpaca.oauth_invalid_client"
  | "alpaca.oauth_redirect_or_scope_invalid"
  | "alpaca.oco_limit_only"
  | "alpaca.onfido_applicant_not_created"
  | "alpaca.opposite_side_order_open"
  | "alpaca.opra_agreement_not_signed"
  | "alpaca.opra_subscription_required"
  | "alpaca.option_contract_expired"
  | "alpaca.option_contract_expires_soon"
  | "alpaca.option_contract_invalid"
  | "alpaca.option_contract_not_found"
  | "alpaca.option_contract_not_tradable"
  | "alpaca.option_morning_expiration_closed"
  | "alpaca.option_underlying_not_found"
  | "alpaca.options_approval_missing_fields"
  | "alpaca.options_assignment_lock"
  | "alpaca.options_complex_order_class"
  | "alpaca.options_expiring_today_limit"
  | "alpaca.options_extended_hours"
  | "alpaca.options_invalid_order_type"
  | "alpaca.options_invalid_time_in_force"
  | "alpaca.options_level_not_eligible"
  | "alpaca.options_market_order_outside_hours"
  | "alpaca.options_not_authorized"
  | "alpaca.options_notional_limit"
  | "alpaca.options_notional_not_supported"
  | "alpaca.options_qty_limit"
  | "alpaca.options_qty_not_integer"
  | "alpaca.options_spreads_not_eligible"
  | "alpaca.options_swap_fee_not_allowed"
  | "alpaca.options_symbol_not_eligible"
  | "alpaca.options_uncovered_not_eligible"
  | "alpaca.order_already_replaced"
  | "alpaca.order_already_terminal"
  | "alpaca.order_asset_not_found"
  | "alpaca.order_chain_not_replaced"
  | "alpaca.order_id_missing"
  | "alpaca.order_not_cancelable"
  | "alpaca.order_not_found"
  | "alpaca.order_request_timed_out"
  | "alpaca.orders_suspended_by_user"
  | "alpaca.other_client_error"
  | "alpaca.other_server_error"
  | "alpaca.pdt_protection"
  | "alpaca.portfolio_history_invalid_timeframe"
  | "alpaca.position_intent_mismatch"
  | "alpaca.position_not_found"
  | "alpaca.qty_and_notional_exclusive"
  | "alpaca.qty_must_be_integer"
  | "alpaca.qty_must_be_positive"
  | "alpaca.qty_or_notional_required"
  | "alpaca.qty_required"
  | "alpaca.rate_limit"
  | "alpaca.rebalancing_run_not_cancelable"
  | "alpaca.rebalancing_subscription_not_found"
  | "alpaca.recipient_bank_exists"
  | "alpaca.recipient_bank_not_found"
  | "alpaca.replace_before_exchange_ack"
  | "alpaca.replace_order_not_open"
  | "alpaca.replace_qty_advanced_order"
  | "alpaca.replace_qty_not_above_filled"
  | "alpaca.replace_without_changes"
  | "alpaca.request_body_invalid"
  | "alpaca.request_not_authorized"
  | "alpaca.sdk_retrying_429_or_504"
  | "alpaca.service_unavailable"
  | "alpaca.sip_subscription_required"
  | "alpaca.stop_limit_needs_both_prices"
  | "alpaca.stop_loss_vs_base_price"
  | "alpaca.stop_order_needs_stop_price"
  | "alpaca.stop_price_vs_market"
  | "alpaca.stream_already_authenticated"
  | "alpaca.stream_auth_failed"
  | "alpaca.stream_auth_timeout"
  | "alpaca.stream_connection_limit"
  | "alpaca.stream_connection_lost"
  | "alpaca.stream_error_unrecognized"
  | "alpaca.stream_handshake_failed"
  | "alpaca.stream_handshake_http_429"
  | "alpaca.stream_handshake_refused"
  | "alpaca.stream_insufficient_scope"
  | "alpaca.stream_insufficient_subscription"
  | "alpaca.stream_internal_error"
  | "alpaca.stream_invalid_subscribe_action"
  | "alpaca.stream_invalid_syntax"
  | "alpaca.stream_msgpack_required"
  | "alpaca.stream_not_authenticated"
  | "alpaca.stream_option_star_not_allowed"
  | "alpaca.stream_slow_client"
  | "alpaca.stream_symbol_limit"
  | "alpaca.stream_v2_not_enabled"
  | "alpaca.stream_wrong_address"
  | "alpaca.sub_penny_price"
  | "alpaca.take_profit_vs_base_price"
  | "alpaca.take_profit_vs_stop_loss"
  | "alpaca.tokenization_body_undecodable"
  | "alpaca.tokenization_filter_invalid"
  | "alpaca.tokenization_parameters_missing"
  | "alpaca.tokenization_query_parameter_missing"
  | "alpaca.tokenization_request_id_invalid"
  | "alpaca.tokenization_request_not_found"
  | "alpaca.trade_update_cancel_rejected"
  | "alpaca.trade_update_rejected"
  | "alpaca.trade_update_replace_rejected"
  | "alpaca.trading_halt_market_order"
  | "alpaca.trading_stream_auth_failed"
  | "alpaca.trading_stream_error"
  | "alpaca.trailing_stop_needs_trail"
  | "alpaca.transfer_additional_information_wire_only"
  | "alpaca.transfer_amount_below_minimum"
  | "alpaca.transfer_bank_id_required"
  | "alpaca.transfer_not_cancelable"
  | "alpaca.transfer_reference_not_for_type"
  | "alpaca.transfer_relationship_id_invalid"
  | "alpaca.transfer_type_or_direction_invalid"
  | "alpaca.travel_rule_action_required"
  | "alpaca.travel_rule_address_belongs_to_vasp"
  | "alpaca.travel_rule_beneficiary_name_required"
  | "alpaca.travel_rule_info_missing"
  | "alpaca.travel_rule_invalid_data"
  | "alpaca.travel_rule_unknown_vasp"
  | "alpaca.unauthorized"
  | "alpaca.unauthorized_html"
  | "alpaca.unauthorized_unrecognized"
  | "alpaca.unprocessable_request"
  | "alpaca.wash_trade"
  | "alpaca.watchlist_name_not_unique"
  | "alpaca.withdrawal_amount_below_fees"
  | "alpaca.withdrawals_not_permitted"
  ;
/** The ways in which answers of Alpaca travel. */
export type AlpacaChannel = "market_data_stream" | "rest" | "stream_handshake" | "trading_stream";
/** Alpaca: Numeric codes of the REST APIs, as the vendor spells them. */
export type AlpacaCode = "40010000" | "40010001" | "40110000" | "40310000" | "40310001" | "40310100" | "40410000" | "40910000" | "42210000" | "42210001" | "42910000" | "50010000";
/** Alpaca: String codes of the locates API, as the vendor spells them. */
export type AlpacaLocatesCode = "corporate_action" | "easy_to_borrow" | "idempotency_key_conflict" | "insufficient_buying_power" | "invalid_input" | "invalid_limit_price" | "invalid_request_body" | "invalid_symbols" | "quote_unavailable" | "security_not_found" | "symbol_not_found" | "threshold_security";
/** Alpaca: Codes of the travel rule, as the vendor spells them. */
export type AlpacaTravelRuleCode = "ADDRESS_BELONGS_TO_VASP" | "BENEFICIARY_NAME_REQUIRED" | "INVALID_DATA" | "TRAVEL_RULE_ACTION_REQUIRED" | "UNKNOWN_VASP";
/** Alpaca: Numeric codes of the first version of the API, as the vendor spells them. */
export type AlpacaLegacyCode = "10041";
/** Alpaca: Codes of the market data streams, as the vendor spells them. */
export type AlpacaStreamCode = "400" | "401" | "402" | "403" | "404" | "405" | "406" | "407" | "408" | "409" | "410" | "411" | "412" | "413" | "500";

/** The full ids of the errors of Tradovate. They never change. */
export type TradovateErrorId =
  | "tradovate.access_denied"
  | "tradovate.account_closed"
  | "tradovate.advanced_trailing_stop_unsupported"
  | "tradovate.alert_failed"
  | "tradovate.another_command_pending"
  | "tradovate.app_not_registered"
  | "tradovate.auth_call_failed"
  | "tradovate.auto_liq_profile_not_found"
  | "tradovate.back_month_prohibited"
  | "tradovate.bad_gateway"
  | "tradovate.bad_request"
  | "tradovate.breakeven_unsupported"
  | "tradovate.bridge_error_unrecognized"
  | "tradovate.business_error_text"
  | "tradovate.command_rejected_no_reason"
  | "tradovate.conflict_with_existing"
  | "tradovate.daily_loss_limit"
  | "tradovate.data_error"
  | "tradovate.demo_account_closed"
  | "tradovate.demo_balance_change_limit"
  | "tradovate.demo_balance_maximum"
  | "tradovate.downgrade_not_allowed"
  | "tradovate.email_already_registered"
  | "tradovate.email_and_password_compromised"
  | "tradovate.email_policy_failed"
  | "tradovate.endpoint_not_found"
  | "tradovate.error_code_unrecognized"
  | "tradovate.execution_provider_not_configured"
  | "tradovate.execution_provider_unavailable"
  | "tradovate.execution_stopped"
  | "tradovate.expired_access_token"
  | "tradovate.failed_recaptcha"
  | "tradovate.forbidden"
  | "tradovate.gateway_timeout"
  | "tradovate.incompatible_cme_market_data_subscription_plans"
  | "tradovate.incorrect_credentials"
  | "tradovate.incorrect_payment_method"
  | "tradovate.insufficient_funds"
  | "tradovate.insufficient_margin"
  | "tradovate.internal_server_error"
  | "tradovate.invalid_access_token"
  | "tradovate.invalid_contract"
  | "tradovate.invalid_date_format"
  | "tradovate.invalid_json_illegal_enum"
  | "tradovate.invalid_json_illegal_number"
  | "tradovate.invalid_json_missing_field"
  | "tradovate.invalid_json_unrecognized"
  | "tradovate.invalid_or_missed_parameters"
  | "tradovate.invalid_price"
  | "tradovate.key_information_document_required"
  | "tradovate.liquidation_only"
  | "tradovate.liquidation_only_before_expiration"
  | "tradovate.lockout_warning"
  | "tradovate.max_order_qty_is_not_specified"
  | "tradovate.max_order_qty_limit_reached"
  | "tradovate.max_pos_limit_misconfigured"
  | "tradovate.max_pos_limit_reached"
  | "tradovate.max_total_pos_limit_reached"
  | "tradovate.md_operation_not_supported"
  | "tradovate.md_unknown_symbol"
  | "tradovate.md_unrecognized"
  | "tradovate.modify_not_allowed"
  | "tradovate.multiple_account_plan_required"
  | "tradovate.no_quote"
  | "tradovate.not_enough_liquidity"
  | "tradovate.not_found"
  | "tradovate.oauth_token_error"
  | "tradovate.operation_failed"
  | "tradovate.order_access_denied"
  | "tradovate.order_answer_contradictory"
  | "tradovate.order_rejected_no_reason"
  | "tradovate.order_rejected_unrecognized"
  | "tradovate.order_status_unknown"
  | "tradovate.order_strategy_failed"
  | "tradovate.order_strategy_interrupted"
  | "tradovate.other_client_error"
  | "tradovate.other_execution_related"
  | "tradovate.other_server_error"
  | "tradovate.parent_rejected"
  | "tradovate.password_compromised"
  | "tradovate.payment_provider_error"
  | "tradovate.penalty_ticket"
  | "tradovate.penalty_ticket_captcha"
  | "tradovate.plan_discontinued"
  | "tradovate.replay_ineligible"
  | "tradovate.report_account_not_found"
  | "tradovate.report_range_too_long"
  | "tradovate.report_unknown"
  | "tradovate.request_timeout"
  | "tradovate.risk_check_timeout"
  | "tradovate.service_unavailable"
  | "tradovate.session_closed"
  | "tradovate.shutdown_connection_quota"
  | "tradovate.shutdown_ip_quota"
  | "tradovate.shutdown_maintenance"
  | "tradovate.shutdown_unrecognized"
  | "tradovate.single_trial_only"
  | "tradovate.ssf_risk_disclosure_acknowledgment_required"
  | "tradovate.ssfnfa_compliance_required"
  | "tradovate.ssfnfa_compliance_required_joint_only"
  | "tradovate.sub_account_request_denied"
  | "tradovate.tag50_not_registered"
  | "tradovate.too_late"
  | "tradovate.too_many_requests"
  | "tradovate.trading_locked"
  | "tradovate.trailing_stop_non_order_qty_modify"
  | "tradovate.unauthorized"
  | "tradovate.unknown_error"
  | "tradovate.unknown_reason"
  | "tradovate.unsupported"
  | "tradovate.user_already_exists"
  | "tradovate.user_closed"
  | "tradovate.user_initiated"
  | "tradovate.user_temporary_locked"
  | "tradovate.user_unconfirmed_email"
  | "tradovate.validation_violation"
  | "tradovate.weak_password"
  | "tradovate.wrong_api_host"
  | "tradovate.wrong_challenge"
  | "tradovate.wrong_challenge_origin"
  | "tradovate.wrong_environment"
  | "tradovate.ws_close_frame"
  | "tradovate.ws_closed_bye"
  | "tradovate.ws_connection_lost"
  | "tradovate.ws_wrong_address"
  ;
/** The ways in which answers of Tradovate travel. */
export type TradovateChannel = "rest" | "websocket";
/** Tradovate: failureReason and rejectReason of orders and commands, as the vendor spells them. */
export type TradovateOrderCode = "AccountClosed" | "AdvancedTrailingStopUnsupported" | "AnotherCommandPending" | "BackMonthProhibited" | "ExecutionProviderNotConfigured" | "ExecutionProviderUnavailable" | "InvalidContract" | "InvalidPrice" | "KeyInformationDocumentRequired" | "LiquidationOnly" | "LiquidationOnlyBeforeExpiration" | "MaxOrderQtyIsNotSpecified" | "MaxOrderQtyLimitReached" | "MaxPosLimitMisconfigured" | "MaxPosLimitReached" | "MaxTotalPosLimitReached" | "MultipleAccountPlanRequired" | "NoQuote" | "NotEnoughLiquidity" | "OtherExecutionRelated" | "ParentRejected" | "RiskCheckTimeout" | "SSFNFAComplianceRequired" | "SSFNFAComplianceRequiredJointOnly" | "SSFRiskDisclosureAcknowledgmentRequired" | "SessionClosed" | "Success" | "TooLate" | "TradingLocked" | "TrailingStopNonOrderQtyModify" | "Unauthorized" | "UnknownReason" | "Unsupported";
/** Tradovate: errorCode of sign-up, as the vendor spells them. */
export type TradovateSignUpCode = "DataError" | "EmailAlreadyRegistered" | "EmailAndPasswordCompromised" | "EmailPolicyFailed" | "FailedRecaptcha" | "PasswordCompromised" | "Success" | "UnknownError" | "UserAlreadyExists" | "WeakPassword" | "WrongChallenge" | "WrongChallengeOrigin";
/** Tradovate: errorCode of subscriptions, as the vendor spells them. */
export type TradovateSubscriptionCode = "ConflictWithExisting" | "DowngradeNotAllowed" | "IncompatibleCMEMarketDataSubscriptionPlans" | "IncorrectPaymentMethod" | "InsufficientFunds" | "PaymentProviderError" | "PlanDiscontinued" | "SingleTrialOnly" | "Success" | "UnknownError";
/** Tradovate: errorCode of market data, as the vendor spells them. */
export type TradovateMarketDataCode = "OperationNotSupported" | "UnknownSymbol";
/** Tradovate: reasonCode of a WebSocket shutdown event, as the vendor spells them. */
export type TradovateShutdownCode = "ConnectionQuotaReached" | "IPQuotaReached" | "Maintenance";

/** The full ids of all errors. */
export type ErrorId = AlpacaErrorId | TradovateErrorId;
/** The ways in which answers travel. */
export type Channel = AlpacaChannel | TradovateChannel;
/** What kind of error it is. */
export type Category = "account_state" | "agreement_required" | "authentication" | "conflict" | "connection" | "duplicate_request" | "instrument_restriction" | "insufficient_funds" | "insufficient_position" | "invalid_request" | "market_state" | "not_found" | "order_state" | "payment" | "permission" | "rate_limit" | "risk_control" | "server_error" | "subscription" | "unspecified_refusal";
/** What happened to the request's effect. */
export type Outcome = "not_applied" | "applied" | "partly_applied" | "unknown";
/** What a program may do with the same request. */
export type Retry = "never" | "after_change" | "backoff" | "wait" | "reconcile" | "reconnect" | "halt";
/** What decided when a report was recognized. */
export type MatchedOn = "field" | "message" | "code" | "status";

/** What is known of a source, besides whose answer it is. */
interface Known<C extends Channel> {
  /** The HTTP status, or the status of a WebSocket reply. */
  status?: number | string | null;
  channel?: C | null;
}
/** What is known of an answer of Alpaca. */
export interface AlpacaOptions extends Known<AlpacaChannel> {
  broker: "alpaca";
}
/** What is known of an answer of Tradovate. */
export interface TradovateOptions extends Known<TradovateChannel> {
  broker: "tradovate";
}
/** What is known of an answer of nobody knows whom: only what is unmistakable counts. */
export interface NobodysOptions extends Known<Channel> {
  broker?: null;
}
export type Options = NobodysOptions | AlpacaOptions | TradovateOptions;

/** What a source says, in the words of the catalog. */
export interface Report {
  broker: Broker;
  /** The way it travelled; null where that cannot be told. */
  channel: Channel | null;
  status: number | null;
  /** The vendor's own code, as text. */
  code: string | null;
  /** The vendor's text, JSON escapes undone, otherwise as it came. */
  message: string | null;
  /** The body that carries the error. */
  fields: Readonly<Record<string, unknown>>;
  /** The vendor's id of the request, to quote to its support. */
  requestId: string | null;
  /** Where the message stands in the source, if that is a text: the first character and the one behind the last. */
  place: readonly [start: number, end: number] | null;
}

/** A report that was recognized: plain data. */
export interface Match<Id extends ErrorId = ErrorId> {
  /** The full id. */
  error: Id;
  /** What decided. */
  matchedOn: MatchedOn;
  /** The values captured from the message and the body, as text. */
  params: Record<string, string>;
  report: Report;
  category: Category;
  outcome: Outcome;
  /** What may be done with the same request if it changes something; the stricter of the two. */
  retry: Retry;
  /** What may be done with the same request if it only reads. */
  retryRead: Retry;
  /** Whether the entry stands for what no other entry names. */
  fallback: boolean;
}

/** What a program may do with the request that was refused. */
export interface Advice<Id extends ErrorId = ErrorId> {
  error: Id;
  /** What was asked about. */
  operation: string;
  retry: Retry;
  outcome: Outcome;
  /**
   * Whether the same request may be sent again without a look-up and without a person; where `idempotencyKey` is
   * set, only under the same key.
   */
  resend: boolean;
  /** How long to wait first, in seconds; null where no wait is stated. */
  waitSeconds: number | null;
  /** The field of the request by which the broker knows a repeated one; null where it knows none. */
  idempotencyKey: string | null;
  /** What has to be sent along with the request, by field. */
  echo: Record<string, string>;
}

/**
 * Recognize the error in a text or in plain data, such as a parsed body; null for success and for what cannot be
 * told. Throws a RangeError for a broker or a channel that there is not, and never because of the source.
 */
export function match(source: unknown, options: AlpacaOptions): Match<AlpacaErrorId> | null;
export function match(source: unknown, options: TradovateOptions): Match<TradovateErrorId> | null;
export function match(source: unknown, options?: Options): Match | null;

/** Recognize each distinct error, the best first. Throws as `match` does. */
export function matchAll(source: unknown, options: AlpacaOptions): Match<AlpacaErrorId>[];
export function matchAll(source: unknown, options: TradovateOptions): Match<TradovateErrorId>[];
export function matchAll(source: unknown, options?: Options): Match[];

/**
 * What may be done with the request that was refused.
 *
 * `operation` is `read` or `write`, or the operation itself, such as `POST /v2/orders`; a write by default, and
 * what is not known to only read is one. `now` is in seconds since the epoch, for a wait that ends at a stated
 * time; `headers` are the response's, names in lower case.
 */
export function advice<Id extends ErrorId>(
  found: Match<Id>,
  operation?: string,
  known?: { now?: number; headers?: Readonly<Record<string, string>> },
): Advice<Id>;

/** Whether repeating an operation is harmless. What is not known to only read counts as a write. */
export function reads(operation: string, broker?: Broker | null): boolean;
