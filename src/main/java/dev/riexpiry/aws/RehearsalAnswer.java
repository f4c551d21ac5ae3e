package dev.riexpiry.aws;

import java.util.Arrays;

/// What the rehearsal's AWS says to each call of a check.
enum RehearsalAnswer {
  ASSUME_ROLE(
      "AssumeRole",
      """
      <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>\
      <Credentials><AccessKeyId>rehearsal</AccessKeyId><SecretAccessKey>rehearsal</SecretAccessKey>\
      <SessionToken>rehearsal</SessionToken><Expiration>1970-01-02T00:00:00Z</Expiration></Credentials>\
      </AssumeRoleResult></AssumeRoleResponse>\
      """),
  EC2(
      "DescribeReservedInstances",
      """
      <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <reservedInstancesSet><item><reservedInstancesId>rehearsal</reservedInstancesId>\
      <instanceType>m5.large</instanceType><instanceCount>1</instanceCount><state>active</state>\
      <start>1969-01-07T00:00:00Z</start><end>1970-01-07T00:00:00Z</end>\
      </item></reservedInstancesSet></DescribeReservedInstancesResponse>\
      """),
  RDS(
      "DescribeReservedDBInstances",
      """
      <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">\
      <DescribeReservedDBInstancesResult><ReservedDBInstances><ReservedDBInstance>\
      <ReservedDBInstanceId>rehearsal</ReservedDBInstanceId><State>active</State>\
      <DBInstanceClass>db.m5.large</DBInstanceClass><DBInstanceCount>1</DBInstanceCount>\
      <StartTime>1969-01-07T00:00:00Z</StartTime><Duration>31536000</Duration>\
      </ReservedDBInstance></ReservedDBInstances></DescribeReservedDBInstancesResult>\
      </DescribeReservedDBInstancesResponse>\
      """),
  PUBLISH(
      "Publish",
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>rehearsal</MessageId></PublishResult></PublishResponse>\
      """);

  private final String action;
  private final String xml;

  RehearsalAnswer(String action, String xml) {
    this.action = action;
    this.xml = xml;
  }

  /// The answer to a request of the query protocol.
  static RehearsalAnswer to(String form) {
    return Arrays.stream(values())
        .filter(answer -> form.contains("Action=" + answer.action + "&"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the rehearsal knows no such call"));
  }

  String xml() {
    return xml;
  }
}
