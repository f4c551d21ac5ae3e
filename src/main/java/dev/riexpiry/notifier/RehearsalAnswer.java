package dev.riexpiry.notifier;

import java.util.Arrays;

/// The answer of the rehearsal's AWS to each call of a check. The two services that every account
/// has are answered in full, because the code for a missing member is not loaded.
enum RehearsalAnswer {
  GET_CALLER_IDENTITY(
      "Action=GetCallerIdentity&",
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
      <GetCallerIdentityResult><Arn>arn:aws:sts::000000000000:assumed-role/rehearsal/rehearsal</Arn>\
      <UserId>rehearsal:rehearsal</UserId><Account>000000000000</Account></GetCallerIdentityResult>\
      </GetCallerIdentityResponse>\
      """),
  ASSUME_ROLE(
      "Action=AssumeRole&",
      """
      <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>\
      <Credentials><AccessKeyId>rehearsal</AccessKeyId><SecretAccessKey>rehearsal</SecretAccessKey>\
      <SessionToken>rehearsal</SessionToken><Expiration>1970-01-02T00:00:00Z</Expiration></Credentials>\
      <AssumedRoleUser><AssumedRoleId>rehearsal:rehearsal</AssumedRoleId>\
      <Arn>arn:aws:sts::000000000000:assumed-role/rehearsal/rehearsal</Arn></AssumedRoleUser>\
      </AssumeRoleResult></AssumeRoleResponse>\
      """),
  EC2(
      "Action=DescribeReservedInstances&",
      """
      <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <reservedInstancesSet><item><reservedInstancesId>rehearsal</reservedInstancesId>\
      <instanceType>m5.large</instanceType><instanceCount>1</instanceCount><state>active</state>\
      <start>1969-01-07T00:00:00Z</start><end>1970-01-07T00:00:00Z</end><duration>31536000</duration>\
      <productDescription>Linux/UNIX</productDescription><scope>Region</scope>\
      <offeringClass>standard</offeringClass><offeringType>No Upfront</offeringType>\
      <fixedPrice>0.0</fixedPrice><usagePrice>0.0</usagePrice><currencyCode>USD</currencyCode>\
      <recurringCharges><item><frequency>Hourly</frequency><amount>0.1</amount></item></recurringCharges>\
      <tagSet><item><key>Name</key><value>rehearsal</value></item></tagSet>\
      </item></reservedInstancesSet></DescribeReservedInstancesResponse>\
      """),
  RDS(
      "Action=DescribeReservedDBInstances&",
      """
      <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">\
      <DescribeReservedDBInstancesResult><ReservedDBInstances><ReservedDBInstance>\
      <ReservedDBInstanceId>rehearsal</ReservedDBInstanceId><State>active</State>\
      <DBInstanceClass>db.m5.large</DBInstanceClass><DBInstanceCount>1</DBInstanceCount>\
      <StartTime>1969-01-07T00:00:00Z</StartTime><Duration>31536000</Duration>\
      <ProductDescription>postgresql</ProductDescription><MultiAZ>false</MultiAZ>\
      <OfferingType>No Upfront</OfferingType><FixedPrice>0.0</FixedPrice><UsagePrice>0.0</UsagePrice>\
      <CurrencyCode>USD</CurrencyCode><RecurringCharges><RecurringCharge>\
      <RecurringChargeFrequency>Hourly</RecurringChargeFrequency>\
      <RecurringChargeAmount>0.1</RecurringChargeAmount></RecurringCharge></RecurringCharges>\
      </ReservedDBInstance></ReservedDBInstances></DescribeReservedDBInstancesResult>\
      </DescribeReservedDBInstancesResponse>\
      """),
  ELASTICACHE(
      "Action=DescribeReservedCacheNodes&",
      """
      <DescribeReservedCacheNodesResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">\
      <DescribeReservedCacheNodesResult><ReservedCacheNodes><ReservedCacheNode>\
      <ReservedCacheNodeId>rehearsal</ReservedCacheNodeId><State>active</State>\
      <StartTime>1969-01-07T00:00:00Z</StartTime><Duration>31536000</Duration>\
      </ReservedCacheNode></ReservedCacheNodes></DescribeReservedCacheNodesResult>\
      </DescribeReservedCacheNodesResponse>\
      """),
  REDSHIFT(
      "Action=DescribeReservedNodes&",
      """
      <DescribeReservedNodesResponse xmlns="http://redshift.amazonaws.com/doc/2012-12-01/">\
      <DescribeReservedNodesResult><ReservedNodes><ReservedNode>\
      <ReservedNodeId>rehearsal</ReservedNodeId><State>active</State>\
      <StartTime>1969-01-07T00:00:00Z</StartTime><Duration>31536000</Duration>\
      </ReservedNode></ReservedNodes></DescribeReservedNodesResult></DescribeReservedNodesResponse>\
      """),
  EC2_HOST(
      "Action=DescribeHostReservations&",
      """
      <DescribeHostReservationsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <hostReservationSet><item><hostReservationId>rehearsal</hostReservationId>\
      <state>active</state><end>1970-01-07T00:00:00Z</end></item></hostReservationSet>\
      </DescribeHostReservationsResponse>\
      """),
  EC2_CAPACITY_BLOCK(
      "Action=DescribeCapacityBlocks&",
      """
      <DescribeCapacityBlocksResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <capacityBlockSet><item><capacityBlockId>rehearsal</capacityBlockId><state>active</state>\
      <endDate>1970-01-07T00:00:00Z</endDate></item></capacityBlockSet>\
      </DescribeCapacityBlocksResponse>\
      """),
  OPENSEARCH(
      "/2021-01-01/opensearch/reservedInstances",
      """
      {"ReservedInstances": [{"ReservedInstanceId": "rehearsal", "State": "active",
        "StartTime": -31017600, "Duration": 31536000}]}
      """),
  REDSHIFT_SERVERLESS(
      "RedshiftServerless.ListReservations",
      """
      {"reservationsList": [{"reservationId": "rehearsal", "status": "active",
        "endDate": "1970-01-07T00:00:00Z"}]}
      """),
  MEMORYDB(
      "AmazonMemoryDB.DescribeReservedNodes",
      """
      {"ReservedNodes": [{"ReservationId": "rehearsal", "State": "active",
        "StartTime": -31017600, "Duration": 31536000}]}
      """),
  SAVINGS_PLANS(
      "/DescribeSavingsPlans",
      """
      {"savingsPlans": [{"savingsPlanId": "rehearsal", "state": "active",
        "end": "1970-01-07T00:00:00.000Z"}]}
      """),
  LEDGER_READ(
      "DynamoDB_20120810.BatchGetItem",
      """
      {"Responses":{"rehearsal":[{"entry":{"S":"gaps#000000000000"},"version":{"N":"1"},\
      "places":{"M":{}}}]},"UnprocessedKeys":{}}\
      """),
  LEDGER_CLAIM("DynamoDB_20120810.PutItem", "{}"),
  LEDGER_CONFIRM("DynamoDB_20120810.UpdateItem", "{}"),
  PUBLISH(
      "Action=Publish&",
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>rehearsal</MessageId></PublishResult></PublishResponse>\
      """),
  SUBSCRIPTIONS(
      "Action=ListSubscriptionsByTopic&",
      """
      <ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">\
      <ListSubscriptionsByTopicResult><Subscriptions><member>\
      <SubscriptionArn>arn:aws:sns:us-east-1:000000000000:rehearsal:rehearsal</SubscriptionArn>\
      <Protocol>email</Protocol></member></Subscriptions></ListSubscriptionsByTopicResult>\
      </ListSubscriptionsByTopicResponse>\
      """);

  private final String mark;
  private final String body;

  RehearsalAnswer(String mark, String body) {
    this.mark = mark;
    this.body = body;
  }

  /// The answer to a request. Its path, its target or its form names the action.
  static CannedAws.Answer to(CannedAws.Request request) {
    String asked = request.path() + " " + request.target() + " " + request.body();
    return Arrays.stream(values())
        .filter(answer -> asked.contains(answer.mark))
        .findFirst()
        .map(answer -> new CannedAws.Answer(200, answer.body))
        .orElseThrow(() -> new IllegalArgumentException("the rehearsal knows no such call"));
  }
}
